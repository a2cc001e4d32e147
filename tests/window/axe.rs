//! What axe-core finds on a page, in the window itself.

use std::path::Path;

use serde_json::Value;

use crate::window::Window;

/// Every rule that is broken on the page as it stands, with the places, as lines.
pub(crate) async fn broken_rules(window: &Window) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&file).expect("axe-core is installed with the page's libraries");
    // Run by the driver and not by the page, so the page's own rules need no hole for it.
    let script = format!(
        "const done = arguments[arguments.length - 1];
         if (!window.axe) {{ {axe} }}
         window.axe.run(document, {{ resultTypes: ['violations'] }}).then(
             (found) => done(found.violations.map((one) =>
                 one.id + ': ' + one.nodes.map((node) => node.target.join(' ') + ' — ' + node.failureSummary).join('; '))),
             (fault) => done(['axe did not run: ' + fault]));"
    );
    match window.asks_later(&script).await {
        Value::Array(lines) => {
            lines.into_iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
        }
        other => panic!("axe answered {other}"),
    }
}
