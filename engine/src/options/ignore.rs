//! What `ignore` can name.

macro_rules! ignorable {
    ($($variant:ident = $name:literal, $meaning:literal;)*) => {
        /// Something that is not compared when the option `ignore` names it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Ignore { $(#[doc = $meaning] $variant,)* }

        impl Ignore {
            /// Everything that can be ignored.
            pub const ALL: &'static [Ignore] = &[$(Ignore::$variant,)*];

            /// The word in the option.
            pub fn as_str(self) -> &'static str { match self { $(Self::$variant => $name,)* } }

            /// What is then not compared.
            pub fn meaning(self) -> &'static str { match self { $(Self::$variant => $meaning,)* } }
        }
    };
}

ignorable! {
    Owner = "owner", "who owns what; what is created belongs to the role that deploys";
    Privileges = "privileges", "privileges of objects and columns, and default privileges";
    Comments = "comments", "comments";
    Tablespace = "tablespace", "tablespaces";
    StorageParameters = "storage_parameters", "storage parameters (WITH …) of tables, indexes and materialized views";
    StatisticsTargets = "statistics_targets", "statistics targets of columns and of expressions of indexes";
    ColumnOrder = "column_order", "the order of a table's columns; where it is compared, a table is made anew to change it";
    ConstraintNames = "constraint_names", "names of constraints that are otherwise equal";
    IndexNames = "index_names", "names of indexes that are otherwise equal";
    Defaults = "defaults", "defaults of columns";
    Collation = "collation", "collations of columns";
    FunctionWhitespace = "function_whitespace", "white space in the bodies of functions, outside quotes";
    FunctionComments = "function_comments", "comments in the bodies of functions";
    ExtensionVersions = "extension_versions", "versions of extensions";
    SecurityLabels = "security_labels", "security labels";
    DefaultPrivileges = "default_privileges", "default privileges";
    Partitions = "partitions", "partitions, wherever their partitioned table is on both sides";
    IdentifierCase = "identifier_case", "upper and lower case in names";
}
