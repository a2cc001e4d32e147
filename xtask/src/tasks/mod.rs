//! One file per task.

pub(crate) mod bench;
pub(crate) mod bindings;
pub(crate) mod distributions;
pub(crate) mod faults;
pub(crate) mod fuzz;
pub(crate) mod package;
pub(crate) mod run;
pub(crate) mod test;
pub(crate) mod windows;
