//! One order for all whom it names.

use pps_app::domain::ids::MembershipId;
use pps_app::domain::records::Order;
use pps_app::domain::rules::FindingAct;
use pps_app::page::Changed;

use super::{Answer, DeskState, aside, told};

/// Enters an order for several members at once.
#[tauri::command]
pub(crate) async fn enter_order(
    desk: DeskState<'_>,
    order: Order,
    members: Vec<MembershipId>,
    act: FindingAct,
) -> Answer<Changed> {
    aside(&desk, move |desk| desk.workplace()?.enter_order(order, members, act).map_err(told)).await
}
