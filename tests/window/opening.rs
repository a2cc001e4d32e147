//! The window opens and is safe.

use crate::window::Data;

#[test]
fn the_window_opens_and_its_prototype_is_frozen() {
    Data::new().in_window(async |window| {
        window.sees("сообщество").await;
        assert_eq!(window.asks("return Object.isFrozen(Object.prototype)").await, true);
        // The page's own rules forbid what is not its own.
        assert_eq!(window.asks("return typeof window.__TAURI__").await, "undefined");
    });
}
