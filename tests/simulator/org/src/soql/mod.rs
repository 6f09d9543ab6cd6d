//! SOQL: text to syntax tree, syntax tree to rows.

mod aggregate;
mod answer;
mod filter;
mod lexer;
mod messages;
mod parser;
mod resolve;
mod rows;
mod run;
mod special;
mod syntax;
mod text;
mod values;

use crate::rest::LATEST_VERSION;
use crate::{Access, ApiError, Caller, Means, Org, Record};

pub use parser::{SyntaxError, parse};
pub(crate) use resolve::Names;
pub use syntax::*;
pub use text::Text;

/// What a query found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryResult {
    /// How many rows; for `COUNT()` there are no records beside it.
    pub total_size: usize,
    /// All records, each with its `attributes`; parents and children are records within them.
    pub records: Vec<Record>,
}

impl Org {
    /// Runs a SOQL query with the caller's rights, as the latest version of the interface does.
    ///
    /// # Errors
    /// As Salesforce answers: MALFORMED_QUERY, INVALID_TYPE or INVALID_FIELD for what does not exist or is hidden from
    /// the caller, and the refusals of single objects.
    pub fn query(&self, caller: &Caller, soql: &str) -> Result<QueryResult, ApiError> {
        self.query_in_version(caller, soql, LATEST_VERSION, false)
    }

    /// Runs a SOQL query as this version of the interface does, or of its Tooling API.
    pub(crate) fn query_in_version(
        &self,
        caller: &Caller,
        soql: &str,
        version: u32,
        tooling: bool,
    ) -> Result<QueryResult, ApiError> {
        let query = parse(soql).map_err(|error| messages::malformed(soql, &error))?;
        self.run(caller, &query, soql, version, tooling)
    }

    /// One record with these fields, or with all that the caller may read; none where there is no such record.
    pub(crate) fn retrieve(
        &self,
        caller: &Caller,
        object: &str,
        id: &str,
        fields: &[&str],
        version: u32,
    ) -> Result<Option<Record>, ApiError> {
        let word = |text: &str| Word {
            text: text.to_owned(),
            at: 0,
        };
        let path = |field: &str| FieldPath {
            relationships: Vec::new(),
            field: word(field),
        };
        let Some(id) = Text::from_raw(id) else {
            return Ok(None);
        };
        let select = match fields {
            [] => vec![Selection::Fields(FieldSet::All, word("FIELDS"))],
            fields => fields.iter().map(|field| Selection::Field(path(field))).collect(),
        };
        let query = Query {
            select,
            from: word(object),
            alias: None,
            filter: Some(Condition::Compare(path("Id"), Operator::Equal, Literal::Text(id))),
            group_by: Vec::new(),
            order_by: Vec::new(),
            limit: Some(1),
            offset: None,
        };
        let soql = query.to_string();
        Ok(self
            .run(caller, &query, &soql, version, false)?
            .records
            .into_iter()
            .next())
    }

    /// The names of the schema as far as a user with this access may know them; all of them without one.
    pub(crate) fn names<'o>(&'o self, access: Option<&'o Access>, version: u32, query: &'o str) -> Names<'o> {
        Names {
            schema: &self.schema,
            access,
            version,
            user_access_policies: self.settings.security.user_access_policies,
            tooling: false,
            hidden: &self.settings.hidden,
            query,
        }
    }

    fn run(
        &self,
        caller: &Caller,
        query: &Query,
        soql: &str,
        version: u32,
        tooling: bool,
    ) -> Result<QueryResult, ApiError> {
        let access = (caller.means != Means::System).then(|| self.access(&caller.user_id));
        let run = run::Run {
            org: self,
            caller,
            names: Names {
                tooling,
                ..self.names(access.as_ref(), version, soql)
            },
        };
        let object = run.names.object(&query.from)?;
        let answer = answer::answer(&run, object, query, None)?;
        let records = answer
            .records
            .into_iter()
            .map(|record| record.into_iter().collect::<Record>());
        Ok(QueryResult {
            total_size: answer.total,
            records: records.collect(),
        })
    }
}
