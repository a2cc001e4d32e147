; The installer for Windows: for one account, without the rights of an administrator, in Russian.
; makensis gets VERSION, SOURCE (the folder with all files), SIZE (in KB) and OUT from `cargo xtask package windows`.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
; The two programs share most of their code; a window of this size sees that.
SetCompressorDictSize 64

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define NAME "ППС рабочее место руководителя"
!define PROGRAM "pps-workplace.exe"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\ru.pps.workplace"
!define RUNTIME "{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!define RUNTIME_INSTALLER "MicrosoftEdgeWebView2RuntimeInstallerX64.exe"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\pps-workplace"
; An upgrade goes where the program is.
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
ManifestDPIAware true
ManifestSupportedOS all
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1049 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1049 "FileDescription" "Установка: ${NAME}"
VIAddVersionKey /LANG=1049 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1049 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1049 "LegalCopyright" "MIT или Apache 2.0"

!define MUI_ICON "${SOURCE}\pps.ico"
!define MUI_UNICON "${SOURCE}\pps.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Открыть программу"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Russian"

; Windows does not let the file of a running program be replaced or removed.
!macro WAIT_UNTIL_CLOSED WORD
    ${Do}
        ClearErrors
        ${IfNot} ${FileExists} "$INSTDIR\${PROGRAM}"
            ${ExitDo}
        ${EndIf}
        FileOpen $0 "$INSTDIR\${PROGRAM}" a
        ${IfNot} ${Errors}
            FileClose $0
            ${ExitDo}
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Программа открыта. Закройте её окно и нажмите «Повторить»." \
            /SD IDCANCEL IDRETRY +3
        SetErrorLevel 2
        Abort "${WORD}"
    ${Loop}
!macroend

; $0: the version of WebView2, empty where there is none. It may be there for all accounts or for this one.
Function RuntimeVersion
    StrCpy $0 ""
    SetRegView 32
    ReadRegStr $0 HKLM "SOFTWARE\Microsoft\EdgeUpdate\Clients\${RUNTIME}" "pv"
    ${If} $0 == ""
    ${OrIf} $0 == "0.0.0.0"
        SetRegView 64
        ReadRegStr $0 HKLM "SOFTWARE\Microsoft\EdgeUpdate\Clients\${RUNTIME}" "pv"
    ${EndIf}
    ${If} $0 == ""
    ${OrIf} $0 == "0.0.0.0"
        ReadRegStr $0 HKCU "Software\Microsoft\EdgeUpdate\Clients\${RUNTIME}" "pv"
    ${EndIf}
    ${If} $0 == "0.0.0.0"
        StrCpy $0 ""
    ${EndIf}
    SetRegView 64
FunctionEnd

Section
    SetRegView 64
    !insertmacro WAIT_UNTIL_CLOSED "Установка прервана: программа открыта."
    SetOutPath "$INSTDIR"
    ; What an earlier version had and this one has not.
    RMDir /r "$INSTDIR\licences"
    File /r "${SOURCE}\*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\pps.ico"
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\pps.ico"

    WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "Publisher" "Авторы рабочего места ППС"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\pps.ico"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${SIZE}
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1

    Call RuntimeVersion
    ${If} $0 == ""
    ${AndIf} ${FileExists} "$EXEDIR\${RUNTIME_INSTALLER}"
        DetailPrint "Ставится WebView2…"
        ExecWait '"$EXEDIR\${RUNTIME_INSTALLER}" /silent /install' $1
        Call RuntimeVersion
    ${EndIf}
    ${If} $0 == ""
        MessageBox MB_OK|MB_ICONINFORMATION "Программа установлена, но на компьютере нет WebView2, части Windows, \
без которой её окно не откроется.$\r$\n$\r$\nСкачайте с сайта Microsoft файл ${RUNTIME_INSTALLER} («автономный \
установщик») и запустите его. Интернет при этом уже не нужен." /SD IDOK
    ${EndIf}
SectionEnd

Section "Uninstall"
    SetRegView 64
    !insertmacro WAIT_UNTIL_CLOSED "Удаление прервано: программа открыта."
    Delete "$SMPROGRAMS\${NAME}.lnk"
    Delete "$DESKTOP\${NAME}.lnk"
    Delete "$INSTDIR\pps-workplace.exe"
    Delete "$INSTDIR\pps-cli.exe"
    Delete "$INSTDIR\WebView2Loader.dll"
    Delete "$INSTDIR\pps.ico"
    RMDir /r "$INSTDIR\licences"
    Delete "$INSTDIR\uninstall.exe"
    ; Only if nothing else is left there: a folder «Данные» stays where it is.
    RMDir "$INSTDIR"
    ; What the page remembers of itself, such as the size of letters. No record is in it.
    RMDir /r "$LOCALAPPDATA\ru.pps.workplace.page"
    DeleteRegKey HKCU "${KEY}"
    MessageBox MB_OK|MB_ICONINFORMATION "Программа удалена. Ваши записи остались в папке \
$LOCALAPPDATA\ru.pps.workplace." /SD IDOK
SectionEnd
