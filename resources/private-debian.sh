#!/usr/bin/env bash
# Sourced by platform: makes a private Debian 13 in a directory and enters it.
# shellcheck disable=SC2154,SC2317 # the variables and the callers are in platform

mirror=${CINETECA_MIRROR:-http://deb.debian.org/debian}

# What has to be installed here before a private Debian can be made and entered.
tools() {
    command -v bwrap >/dev/null || echo bubblewrap
    [ -e "$root/.complete" ] && return
    command -v mmdebstrap >/dev/null || echo mmdebstrap
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || echo debian-archive-keyring
    if [ "$(id -u)" != 0 ]; then command -v newuidmap >/dev/null || echo uidmap; fi
}

can_enter() {
    local why
    why=$(bwrap --bind / / true 2>&1) || fail "A private Debian cannot be entered here. $why
In a container: start that with --privileged, or use an image of Debian 13. On a machine that keeps ordinary users
from it, as root: sysctl -w kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0"
}

has_ids() {
    grep -qs "^\($(id -un)\|$(id -u)\):" "${CINETECA_SUBUID:-/etc/subuid}" || fail "A private Debian needs ids of its own. As root, once:
  usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
}

has_space() {
    local free
    free=$(df -Pk "$1" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge "$2" ] || fail "The private Debian needs $2 MB in $1, where $free MB are free.
XDG_CACHE_HOME can name a directory on another disk."
}

bootstrap() {
    mmdebstrap --variant=apt --components=main --include="$(IFS=,; echo "${packages[*]}")" "$@" "$mirror"
}

# As an ordinary user through a tar, so that every file is this user's own and can be removed again.
fill() {
    if [ "$(id -u)" = 0 ]; then
        bootstrap trixie "$1"
    else
        mkdir "$1"
        TMPDIR=/var/tmp bootstrap --mode=unshare --format=tar trixie - |
            tar --extract --directory "$1" --exclude './dev/*' || return
        getent passwd "$(id -u)" >>"$1/etc/passwd" || true # initdb asks for the name
    fi
}

discard() {
    rm -rf --one-file-system "$1" || fail "$1 is left from an earlier set-up and cannot be removed. Please remove it."
}

# Two calls at once make one root: the second waits for the lock, file 9. What an interrupted one left is thrown away.
make_root() {
    flock --nonblock 9 || { say "Waiting for another set-up of the same platform …"; flock 9; }
    if [ -e "$root/.complete" ]; then return; fi
    discard "$root"
    discard "$root.part"
    has_space "$cache" 3000
    if [ "$(id -u)" != 0 ]; then has_ids; has_space /var/tmp 2500; fi
    say "Making a private Debian 13 in $cache, once: one to two minutes and 360 MB from the network."
    quietly "  (log: $root.log)" "$root.log" fill "$root.part" ||
        { explain "$root.log"; discard "$root.part"; fail "The private Debian could not be made."; }
    touch "$root.part/.complete"
    mv "$root.part" "$root"
    say "Made in $SECONDS s."
}

is_systems_own() { [[ $1/ =~ ^/(bin|sbin|lib[^/]*|usr|etc|var|dev|proc|sys|run|boot)/ ]]; }

session_bus() { sed -n 's/^unix:path=\([^,;]*\).*/\1/p' <<<"${DBUS_SESSION_BUS_ADDRESS-}"; }

# Every directory of this machine but the system's own, so that a person's files keep their paths; and of those
# the few places that hold somebody's files or sockets.
shared_paths() {
    local path
    for path in /*/; do
        path=${path%/}
        is_systems_own "$path" || [ "$path" = /lost+found ] || echo "$path"
    done
    for path in /var/tmp /run/media /run/dbus "$HOME" "$checkout" "$checkout/../shared" "${XDG_RUNTIME_DIR-}" \
        "${XDG_CACHE_HOME-}" "${XAUTHORITY-}" "${TMPDIR-}" "$(session_bus)"; do
        if [ ! -e "$path" ]; then continue; fi
        path=$(readlink -f "$path")
        if is_systems_own "$path"; then echo "$path"; fi
    done
}

time_zone() { readlink -f /etc/localtime | sed -n 's|^/usr/share/zoneinfo/||p'; }

options() {
    local path zone=${TZ:-$(time_zone)}
    printf '%s\n' --bind "$root" / --dev /dev --dev-bind-try /dev/dri /dev/dri --proc /proc --ro-bind-try /sys /sys
    while read -r path; do printf '%s\n' --bind "$path" "$path"; done < <(shared_paths)
    printf '%s\n' --ro-bind-try "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf --ro-bind-try /etc/hosts /etc/hosts
    printf '%s\n' --ro-bind-try /usr/share/fonts /usr/local/share/fonts
    printf '%s\n' --setenv PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin --setenv LC_CTYPE C.UTF-8
    printf '%s\n' --unsetenv LD_PRELOAD --unsetenv LD_LIBRARY_PATH --unsetenv QT_PLUGIN_PATH
    printf '%s\n' --setenv CINETECA_PLATFORM "$key" --chdir "$PWD" --die-with-parent --new-session
    if [ -n "$zone" ]; then printf '%s\n' --setenv TZ "$zone"; fi
    if [ "$(id -u)" = 0 ]; then printf '%s\n' --cap-add ALL; fi
}

# forward SIGNAL BWRAP  sends SIGNAL to all that runs inside, as soon as that is COMMAND.
forward() {
    local leader='' name=bwrap
    while [[ $name =~ ^(bwrap|env)$ ]] && kill -0 "$2"; do
        sleep 0.01
        read -r leader <"/proc/$2/task/$2/children" || true # it ends without a newline
        read -r name <"/proc/$leader/comm" || true
    done 2>/dev/null
    if [ -n "$leader" ]; then kill -s "$1" -- "-$leader" 2>/dev/null || true; fi
}

# Links are opened by this machine's browser: what xdg-open inside writes into the pipe $links is read here.
open_links() {
    local address
    while kill -0 $$ 2>/dev/null; do
        if read -r -t 5 address && [[ $address =~ ^https?:// ]]; then xdg-open "$address" >/dev/null 2>&1 & fi
    done <>"$links"
}

# Signals are passed on by hand: bwrap would die of them and take COMMAND along before that can tidy up.
enter() {
    local list inner signal links='' opener='' code=0
    mapfile -t list < <(options)
    if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] && command -v xdg-open >/dev/null; then
        links=$(mktemp -u /tmp/cineteca-links-XXXXXX)
        mkfifo -m 600 "$links"
        open_links &
        opener=$!
        list+=(--setenv CINETECA_LINKS "$links" --ro-bind "$checkout/resources/xdg-open" /usr/local/bin/xdg-open)
    fi
    bwrap "${list[@]}" -- env --default-signal=INT,QUIT "$@" <&0 &
    inner=$!
    for signal in INT TERM HUP QUIT; do
        # shellcheck disable=SC2064
        trap "forward $signal $inner" "$signal"
    done
    while kill -0 "$inner" 2>/dev/null; do wait "$inner" || true; done
    wait "$inner" || code=$?
    if [ -n "$opener" ]; then
        rm -f "$links"
        kill "$opener" || true
    fi
    exit "$code"
}
