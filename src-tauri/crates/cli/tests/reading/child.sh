#!/bin/sh
# Programs that are started to read a table and do something else; the name under which it is started says what.
here=${0%/*}
case ${0##*/} in
hangs)
    echo $$ >"$here/number"
    exec sleep 1000
    ;;
speaks-first)
    echo 'Gtk-Message: Failed to load module'
    exec "$here/pps-cli" "$@"
    ;;
stops-half-way) "$here/pps-cli" "$@" | head -c 40 ;;
speaks-without-end) exec yes ;;
says-nothing) exit 0 ;;
spends-its-time) kill -s XCPU $$ ;;
panics) exit 101 ;;
esac
