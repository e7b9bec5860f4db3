//! What the options make of the two catalogs before they are compared.

use crate::catalog::{Catalog, Object};
use crate::error::Error;
use crate::options::Options;
use std::borrow::Cow;

/// Both catalogs as the options want them compared.
pub(super) fn prepared<'a>(
    target: &'a Catalog,
    source: &'a Catalog,
    _options: &'a Options,
) -> Result<(Cow<'a, Catalog>, Cow<'a, Catalog>), Error> {
    Ok((Cow::Borrowed(target), Cow::Borrowed(source)))
}

/// Is it pgdiff itself, or what pgdiff needs?
pub(super) fn is_own(_object: &Object, _target: &Catalog, _source: &Catalog) -> bool {
    false
}
