//! The pages' words in the languages that the simulator speaks (Salesforce fact §5).

/// Words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Labels {
    /// English, also for every language without a table.
    English,
    /// Japanese.
    Japanese,
}

impl Labels {
    /// The labels for a user's `LanguageLocaleKey`.
    pub fn of(language: &str) -> Self {
        if language == "ja" {
            Self::Japanese
        } else {
            Self::English
        }
    }

    /// The language's code, for `lang` attributes.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Japanese => "ja",
        }
    }

    /// The word for an English label; words that are in no table stay English, as half-translated orgs show them.
    pub fn text(self, english: &'static str) -> &'static str {
        match self {
            Self::English => english,
            Self::Japanese => JAPANESE
                .iter()
                .find(|(key, _)| *key == english)
                .map_or(english, |(_, japanese)| *japanese),
        }
    }
}

const JAPANESE: &[(&str, &str)] = &[
    ("Save", "保存"),
    ("Add", "追加"),
    ("Remove", "削除"),
    ("Edit", "編集"),
    ("Cancel", "キャンセル"),
    ("Continue", "次へ"),
    ("New", "新規"),
    ("Clone", "コピー"),
    ("Delete", "削除"),
    ("Save & New", "保存 & 新規"),
    ("Setup", "設定"),
    ("Home", "ホーム"),
    ("Setup Home", "設定のホーム"),
    ("Object Manager", "オブジェクトマネージャー"),
    ("Quick Find", "クイック検索"),
    ("Administration", "管理"),
    ("Users", "ユーザー"),
    ("Permission Sets", "権限セット"),
    ("Permission Set", "権限セット"),
    ("Permission Set Groups", "権限セットグループ"),
    ("Profiles", "プロファイル"),
    ("Roles", "ロール"),
    ("Public Groups", "公開グループ"),
    ("Queues", "キュー"),
    ("Login History", "ログイン履歴"),
    ("Email", "メール"),
    ("Deliverability", "送信"),
    ("Platform Tools", "プラットフォームツール"),
    ("Apps", "アプリケーション"),
    ("Connected Apps", "接続アプリケーション"),
    (
        "Connected Apps OAuth Usage",
        "接続アプリケーションの OAuth の利用状況",
    ),
    ("Manage Connected Apps", "接続アプリケーションを管理する"),
    ("Settings", "設定"),
    ("Label", "表示ラベル"),
    ("API Name", "API 参照名"),
    ("Description", "説明"),
    ("License", "ライセンス"),
    ("User License", "ユーザーライセンス"),
    ("--None--", "--なし--"),
    ("Session Activation Required", "セッションの有効化が必要"),
    (
        "Who will use this permission set?",
        "この権限セットを使用するユーザー",
    ),
    ("Enter permission set information", "権限セット情報を入力"),
    (
        "Select the type of users who will use this permission set",
        "この権限セットを使用するユーザーの種別を選択",
    ),
    ("Create", "作成"),
    ("Required Information", "必須情報"),
    ("Permission Set Overview", "権限セットの概要"),
    ("Manage Assignments", "割り当ての管理"),
    ("Object Settings", "オブジェクト設定"),
    ("Object Permissions", "オブジェクト権限"),
    ("Field Permissions", "項目権限"),
    ("Field Name", "項目名"),
    ("Read Access", "参照アクセス権"),
    ("Edit Access", "編集アクセス権"),
    ("Permission Name", "権限名"),
    ("Enabled", "有効"),
    ("Read", "参照"),
    ("View All", "すべて表示"),
    ("Modify All", "すべて変更"),
    ("Object Name", "オブジェクト名"),
    ("Action", "アクション"),
    ("Find Settings...", "設定の検索..."),
    ("New User", "新規ユーザー"),
    ("User Edit", "ユーザーの編集"),
    ("User Detail", "ユーザーの詳細"),
    ("All Users", "すべてのユーザー"),
    ("General Information", "一般情報"),
    ("First Name", "名"),
    ("Last Name", "姓"),
    ("Alias", "別名"),
    ("Username", "ユーザー名"),
    ("Nickname", "ニックネーム"),
    ("Title", "役職"),
    ("Company", "会社名"),
    ("Department", "部署"),
    ("Division", "ディビジョン"),
    ("Role", "ロール"),
    ("Profile", "プロファイル"),
    ("Active", "有効"),
    ("Full Name", "氏名"),
    ("Name", "名前"),
    ("Last Login", "最終ログイン"),
    ("Locale Settings", "地域の設定"),
    ("Time Zone", "タイムゾーン"),
    ("Locale", "地域"),
    ("Language", "言語"),
    ("Email Encoding", "メールの文字コード"),
    (
        "Generate new password and notify user immediately",
        "新規パスワードを作成してユーザーにすぐに通知する",
    ),
    ("Permission Set Assignments", "権限セットの割り当て"),
    ("Permission Set Group Assignments", "権限セットグループの割り当て"),
    (
        "Permission Set License Assignments",
        "権限セットライセンスの割り当て",
    ),
    ("Edit Assignments", "割り当ての編集"),
    ("Permission Set Name", "権限セット名"),
    ("Available Permission Sets", "利用可能な権限セット"),
    ("Enabled Permission Sets", "有効化された権限セット"),
    ("Available Permission Set Groups", "利用可能な権限セットグループ"),
    ("Enabled Permission Set Groups", "有効化された権限セットグループ"),
    ("No records to display", "表示するレコードがありません"),
    ("Error: Invalid Data.", "エラー: 無効なデータ。"),
    (
        "Review all error messages below to correct your data.",
        "以下のすべてのエラーメッセージを確認し、データを修正してください。",
    ),
    ("Error:", "エラー:"),
    ("You must enter a value", "値を入力してください"),
    ("Password", "パスワード"),
    ("Log In", "ログイン"),
    ("Log Out", "ログアウト"),
    ("Reset Password", "パスワードのリセット"),
    ("Date Assigned", "割り当て日"),
    ("Assigned", "割り当て済み"),
    ("View", "ビュー"),
    ("Required", "必須"),
    ("Permission Set Licenses", "権限セットライセンス"),
    ("Permission Set Group Name", "権限セットグループ名"),
    ("Identity", "ID"),
    ("Install", "インストール"),
    ("Installed", "インストール済み"),
    ("Block", "ブロック"),
    ("Unblock", "ブロック解除"),
    ("Connected App", "接続アプリケーション"),
    ("User Count", "ユーザー数"),
    ("Manage App Policies", "アプリケーションポリシーを管理"),
    ("Created By", "作成者"),
    ("Namespace Prefix", "名前空間プレフィックス"),
    ("Assigned Apps", "割り当てられたアプリケーション"),
    ("Assigned Connected Apps", "割り当てられた接続アプリケーション"),
    ("App Permissions", "アプリケーション権限"),
    ("Apex Class Access", "Apex クラスアクセス"),
    ("Visualforce Page Access", "Visualforce ページのアクセス"),
    ("System Permissions", "システム権限"),
    ("System", "システム"),
    ("Edit Properties", "プロパティを編集"),
    ("All Permission Sets", "すべての権限セット"),
    ("Active Users", "有効なユーザー"),
    ("View All Fields", "すべての項目を表示"),
    ("Marketing User", "マーケティングユーザー"),
    ("Freeze", "凍結"),
    ("Unfreeze", "凍結解除"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_japanese_words_are_those_of_the_facts() {
        let words = ["Save", "Add", "Remove", "Edit"].map(|word| Labels::of("ja").text(word));
        assert_eq!(words, ["保存", "追加", "削除", "編集"]);
        assert_eq!(Labels::of("de").text("Save"), "Save");
    }

    #[test]
    fn no_word_stands_twice() {
        let mut keys: Vec<_> = JAPANESE.iter().map(|(key, _)| key).collect();
        keys.sort();
        let all = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }
}
