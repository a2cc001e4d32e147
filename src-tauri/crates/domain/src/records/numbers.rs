use super::Record;
use crate::russian::document_number;

impl Record {
    /// With the numbers of papers without «№» and «вх.»: whoever prints or shows them sets the sign.
    #[must_use]
    pub fn with_bare_numbers(mut self) -> Self {
        let bare = |number: &mut String| *number = document_number(number);
        match &mut self {
            Self::Order(order) => bare(&mut order.number),
            Self::Plan(plan) => {
                plan.adopted.iter_mut().for_each(|adoption| bare(&mut adoption.number));
                plan.approved.iter_mut().for_each(|approval| bare(&mut approval.number));
            }
            Self::Submission(submission) => bare(&mut submission.incoming),
            // The number of a protocol is a number, and no other record has one.
            Self::Community(_)
            | Self::Organisation(_)
            | Self::Person(_)
            | Self::Membership(_)
            | Self::Difficulty(_)
            | Self::Survey(_)
            | Self::Meeting(_)
            | Self::Activity(_)
            | Self::Report(_)
            | Self::Attachment(_) => {}
        }
        self
    }
}
