//! Large objects: their owners, privileges, comments and labels. The objects themselves are data: no statement makes or drops one, and
//! what is on one side only is nobody's difference. They are read only if asked for, because a database may have millions.

use super::{Change, Context, DefaultPrivileges, ObjectKind};
use crate::catalog::Object;
use crate::options::Reading;
use crate::statement::Statement;

/// ALTER LARGE OBJECT
pub struct LargeObject;

impl ObjectKind for LargeObject {
    fn query(&self) -> Option<&'static str> {
        Some(include_str!("../../../sql/catalog/large_object.sql"))
    }

    fn is_read(&self, reading: Reading) -> bool {
        reading.large_objects
    }

    /// It is data.
    fn differs_alone(&self, _object: &Object, _in_target: bool) -> bool {
        false
    }

    fn object_type(&self, _object: &Object) -> &'static str {
        "large object"
    }

    fn reference(&self, object: &Object) -> String {
        format!("LARGE OBJECT {}", object.id.last())
    }

    fn identity(&self, object: &Object) -> String {
        object.id.last().to_owned()
    }

    fn default_privileges(&self, _server_version_num: u32) -> Option<DefaultPrivileges> {
        Some(DefaultPrivileges { owner: &["SELECT", "UPDATE"], public: &[] })
    }

    fn create(&self, _object: &Object, _folded: &[&Object], _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn drop(&self, _object: &Object, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }

    fn alter(&self, _change: &Change<'_>, _cx: &Context<'_>) -> Vec<Statement> {
        Vec::new()
    }
}
