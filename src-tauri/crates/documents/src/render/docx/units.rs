//! Lengths in twentieths of a point, as Word counts them.

/// The first-line indent of 12.5 mm.
pub(super) const INDENT: u32 = 709;

/// Millimetres in twentieths of a point.
pub(super) fn twips(millimetres: f64) -> u32 {
    // Sizes on a sheet are small and positive.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let twips = (millimetres * 1440.0 / 25.4).round() as u32;
    twips
}

/// An em of the running text in twentieths of a point.
pub(super) fn ems(size: f64) -> u32 {
    // Room on a sheet is small and positive.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let room = (size.max(0.0) * 280.0).round() as u32;
    room
}
