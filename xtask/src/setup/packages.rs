//! Which system packages the tasks need, how their presence is seen, and what each system calls them.

use std::path::Path;

use crate::process::{command, on_path, succeeds};

/// How to see that something is there, whatever the system calls its package.
enum Sign {
    /// A program on PATH.
    Program(&'static str),
    /// A program on PATH, or at the place where Debian leaves it off PATH.
    ProgramOrFile(&'static str, &'static str),
    /// A library that pkg-config knows.
    Library(&'static str),
    /// Modules of Perl, which a bare system has only some of.
    PerlModules(&'static [&'static str]),
}

/// One thing that is needed from the system.
pub(crate) struct Need {
    /// What it is for, in a few words.
    pub(crate) why: &'static str,
    sign: Sign,
    /// Package names for Debian, Ubuntu and Astra.
    pub(crate) debian: &'static [&'static str],
    /// Package names for ALT.
    pub(crate) alt: &'static [&'static str],
    /// Package names for РЕД ОС.
    pub(crate) redos: &'static [&'static str],
}

/// What building and running needs. The order is that of installation and of the printed list.
pub(crate) const BUILD: &[Need] = &[
    Need {
        why: "compiling SQLite and linking",
        sign: Sign::Program("cc"),
        debian: &["gcc", "libc6-dev"],
        alt: &["gcc"],
        redos: &["gcc"],
    },
    Need {
        why: "compiling the encryption of the database",
        sign: Sign::PerlModules(&["FindBin", "IPC::Cmd", "File::Compare", "Time::Piece"]),
        debian: &["perl"],
        alt: &["perl", "perl-devel"],
        redos: &["perl"],
    },
    Need {
        why: "compiling the encryption of the database",
        sign: Sign::Program("make"),
        debian: &["make"],
        alt: &["make"],
        redos: &["make"],
    },
    Need {
        why: "finding the libraries of the window",
        sign: Sign::Program("pkg-config"),
        debian: &["pkg-config"],
        alt: &["pkg-config"],
        redos: &["pkgconf-pkg-config"],
    },
    Need {
        why: "the window",
        sign: Sign::Library("webkit2gtk-4.1"),
        debian: &["libwebkit2gtk-4.1-dev"],
        alt: &["libwebkit2gtk4.1-devel"],
        redos: &["webkit2gtk4.1-devel"],
    },
    Need {
        why: "building the page",
        sign: Sign::Program("node"),
        debian: &["nodejs"],
        alt: &["node"],
        redos: &["nodejs"],
    },
    Need {
        why: "fetching the page's libraries",
        sign: Sign::Program("npm"),
        debian: &["npm"],
        alt: &["npm"],
        redos: &["npm"],
    },
];

/// What the tests need besides.
pub(crate) const TEST: &[Need] = &[
    Need {
        why: "reading the text of finished papers",
        sign: Sign::Program("pdftotext"),
        debian: &["poppler-utils"],
        alt: &["poppler"],
        redos: &["poppler-utils"],
    },
    Need {
        why: "checking the structure of finished papers",
        sign: Sign::Program("qpdf"),
        debian: &["qpdf"],
        alt: &["qpdf"],
        redos: &["qpdf"],
    },
    Need {
        why: "opening finished papers as people with LibreOffice do",
        sign: Sign::Program("soffice"),
        debian: &["libreoffice-writer-nogui", "fonts-liberation"],
        alt: &["LibreOffice-still", "fonts-ttf-liberation"],
        redos: &["libreoffice-writer", "liberation-serif-fonts"],
    },
    Need {
        why: "driving the window in tests",
        sign: Sign::Program("WebKitWebDriver"),
        debian: &["webkit2gtk-driver"],
        alt: &["webkit2gtk-minibrowser", "libwebkit2gtk4.1-webdriver"],
        redos: &["webkit2gtk4.1-devel"],
    },
    Need {
        why: "a screen for the window in tests",
        sign: Sign::Program("Xvfb"),
        debian: &["xvfb"],
        alt: &["xorg-xvfb"],
        redos: &["xorg-x11-server-Xvfb"],
    },
    Need {
        why: "a window manager for dialogs in tests",
        sign: Sign::Program("openbox"),
        debian: &["openbox"],
        alt: &["openbox"],
        redos: &["openbox"],
    },
    Need {
        why: "pressing keys in dialogs of the system in tests",
        sign: Sign::Program("xdotool"),
        debian: &["xdotool"],
        alt: &["xdotool"],
        redos: &["xdotool"],
    },
    Need {
        why: "the Russian layout of the keyboard in tests",
        sign: Sign::Program("setxkbmap"),
        debian: &["x11-xkb-utils"],
        alt: &["setxkbmap"],
        redos: &["xorg-x11-xkb-utils"],
    },
    Need {
        why: "what is copied in tests",
        sign: Sign::Program("xclip"),
        debian: &["xclip"],
        alt: &["xclip"],
        redos: &["xclip"],
    },
];

/// What packing and checking packages for Linux needs besides building.
pub(crate) const PACKAGE: &[Need] = &[
    Need {
        why: "reading what the programs need of the system",
        sign: Sign::Program("objdump"),
        debian: &["binutils"],
        alt: &["binutils"],
        redos: &["binutils"],
    },
    Need {
        why: "checking the menu entry of a package",
        sign: Sign::Program("desktop-file-validate"),
        debian: &["desktop-file-utils"],
        alt: &["desktop-file-utils"],
        redos: &["desktop-file-utils"],
    },
    Need {
        why: "checking the description of a package",
        sign: Sign::Program("appstreamcli"),
        debian: &["appstream"],
        alt: &["appstream"],
        redos: &["appstream"],
    },
    Need {
        why: "checking the kind of files of a package",
        sign: Sign::Program("update-mime-database"),
        debian: &["shared-mime-info"],
        alt: &["shared-mime-info"],
        redos: &["shared-mime-info"],
    },
    Need {
        why: "opening the .rpm",
        sign: Sign::Program("rpm"),
        debian: &["rpm"],
        alt: &["rpm"],
        redos: &["rpm"],
    },
];

/// What trying packages in the roots of other systems needs.
pub(crate) const ROOTS: &[Need] = &[
    Need {
        why: "making the root of another system",
        sign: Sign::Program("debootstrap"),
        debian: &["debootstrap"],
        alt: &["debootstrap"],
        redos: &["debootstrap"],
    },
    Need {
        why: "a screen for the window",
        sign: Sign::Program("Xvfb"),
        debian: &["xvfb"],
        alt: &["xorg-xvfb"],
        redos: &["xorg-x11-server-Xvfb"],
    },
    Need {
        why: "finding the window",
        sign: Sign::Program("xdotool"),
        debian: &["xdotool"],
        alt: &["xdotool"],
        redos: &["xdotool"],
    },
    Need {
        why: "pictures of the window",
        sign: Sign::Program("import"),
        debian: &["imagemagick"],
        alt: &["ImageMagick-tools"],
        redos: &["ImageMagick"],
    },
];

/// What compiling and running for Windows needs besides. ALT has no cross compiler for it.
pub(crate) const WINDOWS: &[Need] = &[
    Need {
        why: "compiling and linking for Windows",
        sign: Sign::Program("x86_64-w64-mingw32-gcc"),
        debian: &["gcc-mingw-w64-x86-64"],
        alt: &[],
        redos: &["mingw64-gcc"],
    },
    Need {
        why: "running programs of Windows",
        sign: Sign::ProgramOrFile("wine64", WINE),
        debian: &["wine64"],
        alt: &["wine"],
        redos: &["wine"],
    },
];

/// What packing for Windows needs besides.
pub(crate) const WINDOWS_PACKAGES: &[Need] = &[
    Need {
        why: "making the installer for Windows",
        sign: Sign::Program("makensis"),
        debian: &["nsis"],
        alt: &[],
        redos: &["mingw-nsis-base"],
    },
    Need {
        why: "making the archive for Windows",
        sign: Sign::Program("zip"),
        debian: &["zip"],
        alt: &["zip"],
        redos: &["zip"],
    },
    Need {
        why: "looking into the archive for Windows",
        sign: Sign::Program("unzip"),
        debian: &["unzip"],
        alt: &["unzip"],
        redos: &["unzip"],
    },
];

/// Where Debian has wine without a word for the command line.
pub(crate) const WINE: &str = "/usr/lib/wine/wine64";

impl Need {
    /// Whether it is there already.
    pub(crate) fn met(&self) -> bool {
        match self.sign {
            Sign::Program(name) => on_path(name).is_some(),
            Sign::ProgramOrFile(name, file) => on_path(name).is_some() || Path::new(file).is_file(),
            Sign::PerlModules(names) => {
                let loaded = names.iter().map(|name| format!("-M{name}"));
                succeeds(command("perl", Path::new(".")).args(loaded).args(["-e", "1"]))
            }
            Sign::Library(name) => succeeds(command("pkg-config", Path::new(".")).args(["--exists", name])),
        }
    }
}
