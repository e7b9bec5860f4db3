//! A [`Catalog`](super::Catalog) as JSON, the form of a snapshot.
