//! Prepares what Tauri needs at compile time: the access list of the window and the icons.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

include!("src/commands/table.rs");

macro_rules! names {
    ($($module:ident: $($command:ident),+;)+) => { &[$($(stringify!($command)),+),+] };
}

/// What the page may ask for: every command of the table.
const COMMANDS: &[&str] = with_commands!(names);

/// What `capabilities/main.json` calls all of them.
const OWN_COMMANDS: &str = "own-commands";

fn main() {
    println!("cargo::rerun-if-changed=src-tauri/capabilities");
    // The page is embedded into the program, so a new page must make a new program.
    println!("cargo::rerun-if-changed=ui/dist");

    if !Path::new("ui/dist/index.html").exists() {
        println!(
            "cargo::error=the page is not built (ui/dist is missing): run `cargo xtask run` or `cargo xtask test`, \
             which build it, or `npm ci --ignore-scripts && npm run build` in ui/"
        );
        return;
    }

    let permissions = match own_commands() {
        Ok(path) => path.display().to_string(),
        Err(error) => {
            println!("cargo::error=the list of the window's commands could not be written: {error}");
            return;
        }
    };
    let manifest = tauri_build::AppManifest::new()
        // Own commands escape the access list unless they are named here.
        .commands(COMMANDS)
        .permissions_path_pattern(Box::leak(permissions.into_boxed_str()));
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error=Tauri could not prepare the window: {error:#}");
    }
}

/// Writes one permission that stands for all commands, so that no file names them a second time.
fn own_commands() -> io::Result<PathBuf> {
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("own-permissions");
    fs::create_dir_all(&folder)?;
    let allowed: Vec<String> =
        COMMANDS.iter().map(|command| format!("\"allow-{}\"", command.replace('_', "-"))).collect();
    let path = folder.join("own-commands.toml");
    let text = format!(
        "[[set]]\nidentifier = \"{OWN_COMMANDS}\"\ndescription = \"Every command of the table.\"\npermissions = \
         [{}]\n",
        allowed.join(", ")
    );
    // Tauri watches what it reads: the same text keeps its date.
    if fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
        fs::write(&path, text)?;
    }
    Ok(path)
}
