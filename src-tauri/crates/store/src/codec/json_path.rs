//! A place inside a JSON value, to be told in words: «protocol → items → № 2 → topic».

use std::fmt;

/// One step on the way to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The value under a key.
    Key(String),
    /// An element of a list, counted from one.
    Item(usize),
}

/// A place inside a JSON value. Keys are told as they stand in the file, since whoever looks for the place
/// will look for them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JsonPath(pub Vec<Step>);

impl JsonPath {
    /// The place under a key of this place.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    /// The place of an element of this place; `index` is counted from zero.
    #[must_use]
    pub fn item(&self, index: usize) -> Self {
        self.with(Step::Item(index + 1))
    }

    /// A place within this place.
    #[must_use]
    pub fn within(&self, inner: &Self) -> Self {
        Self(self.0.iter().chain(&inner.0).cloned().collect())
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl From<&serde_path_to_error::Path> for JsonPath {
    fn from(path: &serde_path_to_error::Path) -> Self {
        use serde_path_to_error::Segment;
        let steps = path.iter().filter_map(|segment| match segment {
            Segment::Seq { index } => Some(Step::Item(index + 1)),
            Segment::Map { key } => Some(Step::Key(key.clone())),
            Segment::Enum { variant } => Some(Step::Key(variant.clone())),
            Segment::Unknown => None,
        });
        Self(steps.collect())
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("вся запись");
        }
        for (index, step) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(" → ")?;
            }
            match step {
                Step::Key(key) => f.write_str(key)?,
                Step::Item(number) => write!(f, "№ {number}")?,
            }
        }
        Ok(())
    }
}
