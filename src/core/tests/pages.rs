//! Every kind of host and page that the facts name, and those that only look like them.

use waymark_core::host::{Host, JotformKind, OrgKind, SalesforcePart, WhyNotHere, classify, lightning_host};
use waymark_core::page::{BuilderTab, DocumentFacts, PageKind, PageKind::*, WizardStage, detect};

const USER: &str = "005gK000001AbCd";
const SET: &str = "0PSgK0000004xYz";

/// Address, page and the record it is about, from the address alone.
const PAGES: &[(&str, PageKind, &str)] = &[
    // Classic pages on the core host: Salesforce facts §2.
    (
        "https://acme.my.salesforce.com/setup/forcecomHomepage.apexp",
        SetupHome,
        "",
    ),
    (
        "https://acme.my.salesforce.com/setup/forcecomHomepage.apexp?setupid=ForceCom",
        SetupHome,
        "",
    ),
    (
        "https://acme.my.salesforce.com/ui/setup/Setup?setupid=Users",
        SetupHome,
        "",
    ),
    ("https://acme.my.salesforce.com/0PS", PermissionSetList, ""),
    (
        "https://acme.my.salesforce.com/0PS?setupid=PermSets",
        PermissionSetList,
        "",
    ),
    ("https://acme.my.salesforce.com/0PS/", PermissionSetList, ""),
    (
        "https://acme.my.salesforce.com/0PS?isdtp=p1&nonce=ab&ltn_app_id=06m&clc=1",
        PermissionSetList,
        "",
    ),
    (
        "https://acme.my.salesforce.com/udd/PermissionSet/newPermissionSet.apexp",
        NewPermissionSet,
        "",
    ),
    (
        "https://acme.my.salesforce.com/udd/PermissionSet/newPermissionSet.apexp?isdtp=p1&sfdcIFrameOrigin=https%3A%2F%2Facme.lightning.force.com",
        NewPermissionSet,
        "",
    ),
    (
        "https://acme.my.salesforce.com/0PSgK0000004xYz",
        PermissionSet,
        SET,
    ),
    (
        "https://acme.my.salesforce.com/0PSgK0000004xYzAAB",
        PermissionSet,
        SET,
    ),
    (
        "https://acme.my.salesforce.com/0PSgK0000004xYz?isdtp=p1&clc=1",
        PermissionSet,
        SET,
    ),
    (
        "https://acme.my.salesforce.com/0PSgK0000004xYz?s=EntityPermissions",
        ObjectSettings,
        SET,
    ),
    (
        "https://acme.my.salesforce.com/0PSgK0000004xYz?s=EntityPermissions&o=Lead",
        ObjectPermissions,
        SET,
    ),
    (
        "https://acme.my.salesforce.com/0PSgK0000004xYz?isdtp=p1&s=EntityPermissions&o=01IgK000000Abcd",
        ObjectPermissions,
        SET,
    ),
    (
        "https://acme.my.salesforce.com/0PSgK0000004xYz?s=SystemPermissions",
        OtherSalesforce,
        SET,
    ),
    (
        "https://acme.my.salesforce.com/0PSgK0000004xYz/e",
        OtherSalesforce,
        "",
    ),
    ("https://acme.my.salesforce.com/0PSgK000", OtherSalesforce, ""),
    (
        "https://acme.my.salesforce.com/0PGgK0000004xYz",
        OtherSalesforce,
        "",
    ),
    ("https://acme.my.salesforce.com/005", UserList, ""),
    (
        "https://acme.my.salesforce.com/005?isUserEntityOverride=1&setupid=ManageUsers",
        UserList,
        "",
    ),
    ("https://acme.my.salesforce.com/005/e", NewUser, ""),
    (
        "https://acme.my.salesforce.com/005/e?retURL=%2F005%3FisUserEntityOverride%3D1",
        NewUser,
        "",
    ),
    ("https://acme.my.salesforce.com/005gK000001AbCd/e", EditUser, USER),
    (
        "https://acme.my.salesforce.com/005gK000001AbCd/e?noredirect=1",
        EditUser,
        USER,
    ),
    (
        "https://acme.my.salesforce.com/005gK000001AbCd?noredirect=1&isUserEntityOverride=1",
        User,
        USER,
    ),
    ("https://acme.my.salesforce.com/005gK000001AbCdEFG", User, USER),
    (
        "https://acme.my.salesforce.com/udd/PermissionSet/assignPermissionSet.apexp?userId=005gK000001AbCd",
        EditAssignments,
        USER,
    ),
    (
        "https://acme.my.salesforce.com/udd/PermissionSet/assignPermissionSet.apexp?isdtp=p1&userId=005gK000001AbCdEFG",
        EditAssignments,
        USER,
    ),
    (
        "https://acme.my.salesforce.com/udd/PermissionSet/assignPermissionSet.apexp?userId=005gK000001AbCd&isPermsetGroup=0",
        EditAssignments,
        USER,
    ),
    (
        "https://acme.my.salesforce.com/udd/PermissionSet/assignPermissionSet.apexp?userId=005gK000001AbCd&isPermsetGroup=1",
        EditGroupAssignments,
        USER,
    ),
    (
        "https://acme.my.salesforce.com/udd/PermissionSet/assignPermissionSet.apexp",
        EditAssignments,
        "",
    ),
    (
        "https://acme.my.salesforce.com/udd/PermissionSet/assignPermissionSet.apexp?userId=00QgK000001AbCd",
        EditAssignments,
        "",
    ),
    (
        "https://acme.my.salesforce.com/udd/Licensing/assignPermissionSetLicense.apexp?userId=005gK000001AbCd",
        EditLicenceAssignments,
        USER,
    ),
    (
        "https://acme.my.salesforce.com/setup/secur/RemoteAccessAuthorizationPage.apexp?source=abc",
        OauthApproval,
        "",
    ),
    ("https://acme.my.salesforce.com/", Login, ""),
    (
        "https://acme.my.salesforce.com/?ec=302&startURL=%2F005",
        Login,
        "",
    ),
    ("https://acme.my.salesforce.com", Login, ""),
    ("https://acme.my.salesforce.com/login.jsp", Login, ""),
    (
        "https://acme.my.salesforce.com/_ui/identity/verification/method/email",
        Login,
        "",
    ),
    (
        "https://acme.my.salesforce.com/_ui/system/security/ChangePassword",
        Login,
        "",
    ),
    (
        "https://acme.my.salesforce.com/home/home.jsp",
        OtherSalesforce,
        "",
    ),
    (
        "https://acme.my.salesforce.com/00QgK000001AbCd",
        OtherSalesforce,
        "",
    ),
    (
        "https://acme.my.salesforce.com/secur/logout.jsp",
        OtherSalesforce,
        "",
    ),
    (
        "https://acme.my.salesforce.com/services/data/v63.0/query?q=SELECT",
        OtherSalesforce,
        "",
    ),
    // The same host for other kinds of org.
    ("https://acme--dev.sandbox.my.salesforce.com/005/e", NewUser, ""),
    ("https://acme--dev.cs10.my.salesforce.com/005/e", NewUser, ""),
    (
        "https://acme-dev-ed.develop.my.salesforce.com/0PS",
        PermissionSetList,
        "",
    ),
    ("https://acme-dev-ed.my.salesforce.com/0PS", PermissionSetList, ""),
    ("https://page-flow-1.scratch.my.salesforce.com/005", UserList, ""),
    (
        "https://brave-bear.trailblaze.my.salesforce.com/0PSgK0000004xYz",
        PermissionSet,
        SET,
    ),
    ("https://acme.demo.my.salesforce.com/0PS", PermissionSetList, ""),
    ("https://acme.patch.my.salesforce.com/0PS", PermissionSetList, ""),
    ("https://acme.free.my.salesforce.com/0PS", PermissionSetList, ""),
    ("https://acme.my.salesforce.mil/005/e", NewUser, ""),
    (
        "https://acme.my.sfcrmproducts.cn/udd/PermissionSet/newPermissionSet.apexp",
        NewPermissionSet,
        "",
    ),
    ("HTTPS://ACME.MY.SALESFORCE.COM/005/e", NewUser, ""),
    ("https://acme.my.salesforce.com:443/005/e", NewUser, ""),
    // Frames on the Setup host: Salesforce facts §3, inferred to be the same host.
    (
        "https://acme.my.salesforce-setup.com/005/e?isdtp=p1&clc=1",
        NewUser,
        "",
    ),
    (
        "https://acme.my.salesforce-setup.com/udd/PermissionSet/newPermissionSet.apexp?isdtp=p1",
        NewPermissionSet,
        "",
    ),
    (
        "https://acme--uat.sandbox.my.salesforce-setup.com/0PSgK0000004xYz?isdtp=p1",
        PermissionSet,
        SET,
    ),
    (
        "https://acme.my.salesforce-setup.com/udd/PermissionSet/assignPermissionSet.apexp?userId=005gK000001AbCd&isPermsetGroup=1",
        EditGroupAssignments,
        USER,
    ),
    // Lightning pages without a frame.
    (
        "https://acme.lightning.force.com/lightning/setup/SetupOneHome/home",
        SetupHome,
        "",
    ),
    (
        "https://acme.my.salesforce-setup.com/lightning/setup/SetupOneHome/home",
        SetupHome,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/PermSets/home",
        PermissionSetList,
        "",
    ),
    (
        "https://acme.my.salesforce-setup.com/lightning/setup/PermSets/home?q=x",
        PermissionSetList,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/ManageUsersLightning/home",
        UserList,
        "",
    ),
    (
        "https://acme.my.salesforce-setup.com/lightning/setup/ManageUsers/005gK000001AbCdEFG/summary",
        UserAccessSummary,
        USER,
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/ConnectedAppsUsage/home",
        ConnectedAppsUsage,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/ConnectedApplication/home",
        ConnectedApps,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/OrgEmailSettings/home",
        Deliverability,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/OrgLoginHistory/home",
        LoginHistory,
        "",
    ),
    (
        "https://acme-dev-ed.develop.lightning.force.com/lightning/setup/PermSets/home",
        PermissionSetList,
        "",
    ),
    (
        "https://acme--dev.sandbox.lightning.force.com/lightning/setup/ConnectedAppsUsage/home",
        ConnectedAppsUsage,
        "",
    ),
    (
        "https://acme.lightning.crmforce.mil/lightning/setup/SetupOneHome/home",
        SetupHome,
        "",
    ),
    (
        "https://acme.lightning.sfcrmapps.cn/lightning/setup/SetupOneHome/home",
        SetupHome,
        "",
    ),
    // Lightning shells: the frame inside tells the page, whatever the outer address says.
    (
        "https://acme.lightning.force.com/lightning/setup/PermSets/page?address=%2Fudd%2FPermissionSet%2FnewPermissionSet.apexp",
        SetupShell,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/PermSets/page?address=/udd/PermissionSet/newPermissionSet.apexp",
        SetupShell,
        "",
    ),
    (
        "https://acme.my.salesforce-setup.com/lightning/setup/PermSets/page?address=%2F0PSgK0000004xYz",
        SetupShell,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/ManageUsers/home",
        SetupShell,
        "",
    ),
    (
        "https://acme.my.salesforce-setup.com/lightning/setup/ManageUsers/page?address=%2F005%2Fe%3FretURL%3D%252F005",
        SetupShell,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/PermSetGroups/page?address=x",
        SetupShell,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/setup/ManageUsers/00QgK000001AbCd/summary",
        SetupShell,
        "",
    ),
    (
        "https://acme.lightning.force.com/one/one.app#/setup/ManageUsers/home",
        SetupShell,
        "",
    ),
    (
        "https://acme.lightning.force.com/one/one.app",
        OtherSalesforce,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/page/home",
        OtherSalesforce,
        "",
    ),
    (
        "https://acme.lightning.force.com/lightning/o/Lead/list",
        OtherSalesforce,
        "",
    ),
    ("https://acme.lightning.force.com/005/e", OtherSalesforce, ""),
    (
        "https://acme.my.salesforce.com/lightning/setup/SetupOneHome/home",
        SetupHome,
        "",
    ),
    // Hosts that are explained and never acted on.
    ("https://login.salesforce.com/", Explained, ""),
    ("https://test.salesforce.com/?un=a", Explained, ""),
    ("https://na139.salesforce.com/005/e", Explained, ""),
    ("https://eu5.salesforce.com/0PS", Explained, ""),
    ("https://usa2s.salesforce.com/0PS", Explained, ""),
    (
        "https://acme.my.pc-rnd.salesforce-setup.com/lightning/setup/PermSets/home",
        Explained,
        "",
    ),
    (
        "https://acme.lightning.force.com.mcas.ms/lightning/setup/PermSets/home",
        Explained,
        "",
    ),
    ("https://acme.my.salesforce.com.mcas.ms/005/e", Explained, ""),
    ("https://acme.unheard.my.salesforce.com/005/e", Explained, ""),
    (
        "https://form.jotform.com/240001234567890",
        Explained,
        "240001234567890",
    ),
    ("https://submit.jotform.com/submit/240001234567890", Explained, ""),
    ("https://api.jotform.com/form/240001234567890", Explained, ""),
    (
        "https://hipaa-api.jotform.com/form/240001234567890",
        Explained,
        "",
    ),
    // Jotform: facts §1.
    (
        "https://www.jotform.com/build/240001234567890",
        FormBuild,
        "240001234567890",
    ),
    (
        "https://www.jotform.com/build/240001234567890/",
        FormBuild,
        "240001234567890",
    ),
    (
        "https://jotform.com/build/240001234567890",
        FormBuild,
        "240001234567890",
    ),
    (
        "https://www.jotform.com/build/240001234567890?s=templates&salesforceTemplate=1",
        FormBuild,
        "240001234567890",
    ),
    (
        "https://www.jotform.com/build/240001234567890#preview",
        FormBuild,
        "240001234567890",
    ),
    (
        "https://eu.jotform.com/build/240001234567890",
        FormBuild,
        "240001234567890",
    ),
    (
        "https://hipaa.jotform.com/build/240001234567890/settings",
        FormSettings,
        "240001234567890",
    ),
    (
        "https://acme.jotform.com/build/240001234567890/settings/conditions",
        FormSettings,
        "240001234567890",
    ),
    (
        "https://www.jotform.com/build/240001234567890/settings/integrations",
        FormIntegrations,
        "240001234567890",
    ),
    (
        "https://www.jotform.com/build/240001234567890/settings/integrations/salesforce",
        FormIntegrations,
        "240001234567890",
    ),
    (
        "https://www.jotform.com/build/240001234567890/publish",
        FormPublish,
        "240001234567890",
    ),
    (
        "https://www.jotform.com/build/240001234567890/publish/embed",
        FormPublish,
        "240001234567890",
    ),
    ("https://www.jotform.com/build/new", OtherJotform, ""),
    (
        "https://eu.jotform.com/240001234567890",
        OtherJotform,
        "240001234567890",
    ),
    ("https://eu.jotform.com/240001234567890/other", OtherJotform, ""),
    ("https://www.jotform.com/build/12345", OtherJotform, ""),
    (
        "https://www.jotform.com/login/?rp=https%3A%2F%2Fwww.jotform.com%2Fbuild%2F240001234567890",
        JotformLogin,
        "",
    ),
    ("https://www.jotform.com/myforms/", JotformForms, ""),
    ("https://www.jotform.com/workspace/", JotformForms, ""),
    (
        "https://www.jotform.com/integrations/salesforce",
        OtherJotform,
        "",
    ),
    ("https://www.jotform.com/salesforce-forms/", OtherJotform, ""),
    ("https://www.jotform.com/help/1234-how-to", OtherJotform, ""),
    ("https://www.jotform.com/answers/", OtherJotform, ""),
    ("https://www.jotform.com/", OtherJotform, ""),
    // Look-alikes and what is not an address of ours at all.
    (
        "https://jotform.com.evil.example/build/240001234567890",
        Foreign,
        "",
    ),
    (
        "https://www.jotform.com.evil.example/build/240001234567890",
        Foreign,
        "",
    ),
    ("https://notjotform.com/build/240001234567890", Foreign, ""),
    ("https://wwwjotform.com/build/240001234567890", Foreign, ""),
    (
        "https://evil.example/www.jotform.com/build/240001234567890",
        Foreign,
        "",
    ),
    ("https://a.b.jotform.com/build/240001234567890", Foreign, ""),
    ("https://acme.my.salesforce.com.evil.example/005/e", Foreign, ""),
    ("https://acme.my-salesforce.com/005/e", Foreign, ""),
    ("https://my.salesforce.com/005/e", Foreign, ""),
    ("https://.my.salesforce.com/005/e", Foreign, ""),
    ("https://acme.my.salesforce.com@evil.example/005/e", Foreign, ""),
    (
        "https://evil.example/?u=https://acme.my.salesforce.com/005/e",
        Foreign,
        "",
    ),
    ("https://acme.mysalesforce.com/005/e", Foreign, ""),
    (
        "https://acme.lightning.force.com.evil.example/lightning/setup/PermSets/home",
        Foreign,
        "",
    ),
    (
        "https://acme.lightning-force.com/lightning/setup/PermSets/home",
        Foreign,
        "",
    ),
    (
        "https://acme.my.salesforce-setup.com.evil.example/lightning/setup/PermSets/home",
        Foreign,
        "",
    ),
    (
        "https://acme.my.salesforce-setup.co/lightning/setup/PermSets/home",
        Foreign,
        "",
    ),
    ("https://xmy.salesforce.com/005/e", Foreign, ""),
    (
        "https://help.salesforce.com/s/articleView?id=sf.perm_sets",
        Foreign,
        "",
    ),
    ("https://trailhead.salesforce.com/", Foreign, ""),
    ("https://acme.my.site.com/005/e", Foreign, ""),
    ("https://acme.mcas.ms/005/e", Foreign, ""),
    ("https://acme.my.salesforce.com:8443/005/e", Foreign, ""),
    ("http://acme.my.salesforce.com/005/e", Foreign, ""),
    ("http://www.jotform.com/build/240001234567890", Foreign, ""),
    ("javascript://acme.my.salesforce.com/005/e", Foreign, ""),
    ("about:blank", Foreign, ""),
    ("about:srcdoc", Foreign, ""),
    ("", Foreign, ""),
];

#[test]
fn pages_are_told_by_their_address() {
    assert!(PAGES.len() >= 120, "the table has only {} rows", PAGES.len());
    for (url, kind, record) in PAGES {
        let page = detect(
            url,
            &DocumentFacts {
                top: true,
                ..DocumentFacts::default()
            },
        );
        assert_eq!(
            (page.kind, page.record.as_deref().unwrap_or_default()),
            (*kind, *record),
            "{url}"
        );
    }
}

#[test]
fn a_frame_in_setup_tells_the_page_itself() {
    let facts = DocumentFacts {
        top: true,
        lightning_shell: true,
        setup_frame: true,
        ..DocumentFacts::default()
    };
    for path in [
        "PermSets/home",
        "ManageUsers/home",
        "SetupOneHome/home",
        "ConnectedAppsUsage/home",
    ] {
        let url = format!("https://acme.lightning.force.com/lightning/setup/{path}");
        assert_eq!(detect(&url, &facts).kind, SetupShell, "{url}");
    }
}

#[test]
fn object_permissions_name_their_object() {
    let facts = DocumentFacts::default();
    let page = detect(
        "https://acme.my.salesforce.com/0PSgK0000004xYz?s=EntityPermissions&o=Lead",
        &facts,
    );
    assert_eq!(page.object.as_deref(), Some("Lead"));
}

#[test]
fn the_builder_s_own_tabs_outweigh_its_address() {
    let build = "https://www.jotform.com/build/240001234567890";
    let with = |tab, wizard| DocumentFacts {
        top: true,
        builder_tab: tab,
        wizard,
        ..DocumentFacts::default()
    };
    for (url, tab, wizard, kind) in [
        (build.to_owned(), Some(BuilderTab::Settings), None, FormSettings),
        (build.to_owned(), Some(BuilderTab::Publish), None, FormPublish),
        (
            build.to_owned(),
            Some(BuilderTab::Settings),
            Some(WizardStage::Integrations),
            FormIntegrations,
        ),
        (
            build.to_owned(),
            None,
            Some(WizardStage::Mapping),
            FormIntegrations,
        ),
        (
            [build, "/settings/integrations"].concat(),
            Some(BuilderTab::Build),
            None,
            FormBuild,
        ),
        (
            [build, "/settings"].concat(),
            Some(BuilderTab::Settings),
            Some(WizardStage::Action),
            FormIntegrations,
        ),
        (
            [build, "/publish"].concat(),
            Some(BuilderTab::Publish),
            Some(WizardStage::Saved),
            FormPublish,
        ),
    ] {
        let page = detect(&url, &with(tab, wizard));
        assert_eq!(page.kind, kind, "{url} {tab:?} {wizard:?}");
        assert_eq!(page.wizard, wizard.filter(|_| kind == FormIntegrations), "{url}");
    }
}

#[test]
fn a_core_host_leads_to_its_lightning_host() {
    for (core, lightning) in [
        ("acme.my.salesforce.com", Some("acme.lightning.force.com")),
        (
            "acme--dev.sandbox.my.salesforce.com",
            Some("acme--dev.sandbox.lightning.force.com"),
        ),
        ("acme.my.salesforce.mil", Some("acme.lightning.crmforce.mil")),
        ("acme.my.sfcrmproducts.cn", Some("acme.lightning.sfcrmapps.cn")),
        ("", None),
        ("www.jotform.com", None),
    ] {
        assert_eq!(lightning_host(core).as_deref(), lightning, "{core}");
    }
}

#[test]
fn an_org_s_hosts_lead_to_its_core_host() {
    use OrgKind::{
        China, Demo, Developer, Free, Government, Patch, Production, Sandbox, Scratch, Trailblaze,
    };
    use SalesforcePart::{Core, Lightning, Setup};
    for (host, core, part, kind) in [
        (
            "acme.my.salesforce.com",
            "acme.my.salesforce.com",
            Core,
            Production,
        ),
        (
            "acme.lightning.force.com",
            "acme.my.salesforce.com",
            Lightning,
            Production,
        ),
        (
            "acme.my.salesforce-setup.com",
            "acme.my.salesforce.com",
            Setup,
            Production,
        ),
        (
            "acme--dev.sandbox.lightning.force.com",
            "acme--dev.sandbox.my.salesforce.com",
            Lightning,
            Sandbox,
        ),
        (
            "acme--dev.sandbox.my.salesforce-setup.com",
            "acme--dev.sandbox.my.salesforce.com",
            Setup,
            Sandbox,
        ),
        (
            "acme--dev.cs10.my.salesforce.com",
            "acme--dev.cs10.my.salesforce.com",
            Core,
            Sandbox,
        ),
        (
            "acme--dev.lightning.force.com",
            "acme--dev.my.salesforce.com",
            Lightning,
            Sandbox,
        ),
        (
            "acme-dev-ed.develop.my.salesforce-setup.com",
            "acme-dev-ed.develop.my.salesforce.com",
            Setup,
            Developer,
        ),
        (
            "acme-dev-ed.my.salesforce.com",
            "acme-dev-ed.my.salesforce.com",
            Core,
            Developer,
        ),
        (
            "x.scratch.lightning.force.com",
            "x.scratch.my.salesforce.com",
            Lightning,
            Scratch,
        ),
        (
            "x.trailblaze.lightning.force.com",
            "x.trailblaze.my.salesforce.com",
            Lightning,
            Trailblaze,
        ),
        ("x.demo.my.salesforce.com", "x.demo.my.salesforce.com", Core, Demo),
        (
            "x.patch.my.salesforce.com",
            "x.patch.my.salesforce.com",
            Core,
            Patch,
        ),
        ("x.free.my.salesforce.com", "x.free.my.salesforce.com", Core, Free),
        (
            "acme.lightning.crmforce.mil",
            "acme.my.salesforce.mil",
            Lightning,
            Government,
        ),
        (
            "acme.lightning.sfcrmapps.cn",
            "acme.my.sfcrmproducts.cn",
            Lightning,
            China,
        ),
    ] {
        let Host::Salesforce(found) = classify(host) else {
            panic!("{host} is not taken for Salesforce")
        };
        assert_eq!(
            (found.core_host.as_str(), found.part, found.kind),
            (core, part, kind),
            "{host}"
        );
    }
}

#[test]
fn jotform_s_hosts_are_told_apart() {
    for (host, kind) in [
        ("www.jotform.com", JotformKind::Standard),
        ("jotform.com", JotformKind::Standard),
        ("eu.jotform.com", JotformKind::Europe),
        ("hipaa.jotform.com", JotformKind::Hipaa),
        ("acme.jotform.com", JotformKind::Enterprise),
    ] {
        let Host::Jotform(found) = classify(host) else {
            panic!("{host} is not taken for Jotform")
        };
        assert_eq!((found.kind, found.host.as_str()), (kind, host));
    }
    assert_eq!(
        classify("form.jotform.com"),
        Host::Explained(WhyNotHere::NotTheBuilder)
    );
}
