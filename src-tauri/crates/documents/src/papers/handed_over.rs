//! A paper as it was handed over to РИМК.

use crate::ask::Ask;
use crate::{Paper, PaperError};

/// The paper that is asked for.
pub(crate) fn paper(ask: &Ask<'_>) -> Result<Paper, PaperError> {
    let (Some(submission), Some(paper)) = (ask.request.submission, ask.request.submitted) else {
        return Err(PaperError::NoSubmission);
    };
    ask.sources.handed_over(submission, paper, ask.request.full).map_err(PaperError::Source)
}
