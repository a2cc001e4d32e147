//! One order for everybody whom it names.

use pps_domain::ids::{MembershipId, OrderId};
use pps_domain::records::{Membership, Order, Record};
use pps_domain::rules::FindingAct;
use pps_domain::russian::{counted, date_in_table};
use pps_store::StoreError;
use uuid::Uuid;

use crate::error::AppError;
use crate::page::Changed;
use crate::workplace::Workplace;

impl Workplace {
    /// Enters an order, or takes one that is there, for all members who joined or left by it, as one operation.
    ///
    /// # Errors
    /// A member is no longer there, or a fault of the store.
    pub fn enter_order(
        &self,
        order: Order,
        members: Vec<MembershipId>,
        act: FindingAct,
    ) -> Result<Changed, AppError> {
        let to = counted(members.len(), "участника", "участников", "участников");
        let number = order.number.trim();
        let number =
            if number.is_empty() { "без номера".to_owned() } else { format!("№\u{a0}{number}") };
        let name = format!("Внесён приказ {number} от {} для {to}", date_in_table(order.date));
        let id = order.id;
        let ids: Vec<Uuid> = std::iter::once(id.0).chain(members.iter().map(|member| member.0)).collect();
        self.store.write(self.operation(name.clone()), move |writer| {
            if writer.get(id.0)?.is_none() {
                writer.put(Record::from(order), None)?;
            }
            for member in members {
                let found = writer.get(member.0)?.ok_or(StoreError::NotFound(member.0))?;
                let (Record::Membership(mut membership), seen) = found else {
                    return Err(StoreError::NotFound(member.0));
                };
                *by_order(&mut membership, act) = Some(id);
                writer.put(Record::from(membership), Some(seen))?;
            }
            Ok::<_, StoreError>(())
        })?;
        self.changed(name, &ids, Vec::new())
    }
}

fn by_order(membership: &mut Membership, act: FindingAct) -> &mut Option<OrderId> {
    match act {
        FindingAct::OrderOfJoining => &mut membership.joined_by,
        FindingAct::OrderOfLeaving => &mut membership.left_by,
    }
}
