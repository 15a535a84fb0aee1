#!/usr/bin/env bash
# Tries resources/platform on machines that are not this one: every command that it could change something with is
# a fake that notes its call. Run by ctest; by hand: tests/platform_test.sh
# shellcheck disable=SC2016 # the fakes expand their own variables
set -uo pipefail

platform=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/resources/platform
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
failures=0

# A machine is a directory of commands; nothing else is found.
real=(awk bash cat chmod comm cut dirname env flock getent grep head kill mkdir mktemp mv printf pwd readlink rm sed
    setsid sha256sum sleep sort sync tail tar touch tr true false dpkg)

fake() { printf '#!/bin/bash\n%s\n' "$2" >"$here/bin/$1"; chmod +x "$here/bin/$1"; }

# machine ID VERSION UID  a fresh one, with the tools of a private Debian, a disk and a network.
machine() {
    local name
    rm -rf "${here:?}"/*
    mkdir -p "$here/bin"
    for name in "${real[@]}"; do ln -s "$(type -P "$name")" "$here/bin/$name"; done
    printf 'ID=%s\nVERSION_ID="%s"\nPRETTY_NAME="%s %s"\n' "$1" "$2" "$1" "$2" >"$here/os-release"
    fake id "[ \"\$1\" = -un ] && echo somebody || echo $3"
    fake df 'printf "head\ndisk 0 0 99999999 0 /\n"'
    fake apt-get 'echo "apt-get $*" >>"$here/calls"'
    fake apt-cache 'exit 0'
    fake dpkg-query 'shift 3; printf "%s installed\n" "$@"'
    fake mmdebstrap 'echo "mmdebstrap $*" >>"$here/calls"; mkdir -p "${@: -2:1}"'
    fake bwrap '[[ " $* " == *" -- "* ]] || exit 0
while [ "$1" != -- ]; do shift; done; shift; setsid "$@" & wait $!'
    fake newuidmap 'exit 0'
    echo somebody:100000:65536 >"$here/subuid"
    : >"$here/calls"
}

# platform ARGS…  calls it there. Its output is in $said, its exit code in $code.
platform() {
    said=$(env -i here="$here" PATH="$here/bin" HOME="$here/home" CINETECA_OS_RELEASE="$here/os-release" \
        CINETECA_SUBUID="$here/subuid" DISPLAY="${display-}" "$here/bin/bash" "$platform" "$@" 2>&1 </dev/null)
    code=$?
}

expect() { # WHAT COMMAND…
    local what=$1
    shift
    if "$@"; then return; fi
    failures=$((failures + 1))
    printf 'FAIL in %s: %s\n  exit code %s, output:\n%s\n  calls:\n%s\n' \
        "${FUNCNAME[1]}" "$what" "$code" "$said" "$(cat "$here/calls")"
}

says() { [[ $said == *"$1"* ]]; }
fails() { [ "$code" -ne 0 ]; }
called() { [ "$(grep -c "$1" "$here/calls")" -eq "$2" ]; }
roots() { [ "$(find "$here/home" -name .complete | wc -l)" -eq "$1" ]; }

printsItsPackagesAndItsHelp() {
    machine plan9 4 0
    platform --packages
    expect "a name a line" grep -qx qt6-base-dev <<<"$said"
    platform --help
    expect "help" says "resources/platform COMMAND"
}

unknownDistributionPrintsTheList() {
    machine plan9 4 0
    platform true
    expect "failure" fails
    expect "its name" says "plan9 4"
    expect "the list" says "qt6-base-dev"
    expect "nothing changed" called . 0
}

debian13IsTheMachineItself() {
    machine debian 13 0
    platform bash -c 'exit 7'
    expect "the exit code" [ "$code" = 7 ]
    expect "nothing to install" called . 0
    expect "silence" [ -z "$said" ]
}

debian13InstallsWhatIsMissingOnce() {
    machine debian 13 0
    fake dpkg-query 'shift 3; printf "%s installed\n" "$@" | grep -v clang-tidy'
    platform true
    expect "success" [ "$code" = 0 ]
    expect "one install" called "apt-get install .* clang-tidy$" 1
}

ordinaryUserIsToldTheCommand() {
    machine debian 13 1000
    fake dpkg-query 'shift 3; printf "%s installed\n" "$@" | grep -v clang-tidy'
    platform true
    expect "failure" fails
    expect "the command" says "apt-get install --no-install-recommends clang-tidy"
    expect "nothing changed" called . 0
    fake sudo '[ "$1" = -n ] && shift; exec "$@"'
    platform true
    expect "sudo is used where it asks for nothing" called "apt-get install" 1
}

ubuntuWithThePackagesIsTheMachineItself() {
    machine ubuntu 25.10 0
    fake apt-cache 'echo "  Candidate: 6.17.0-0ubuntu1"'
    platform true
    expect "success" [ "$code" = 0 ]
    expect "no private Debian" called mmdebstrap 0
    fake apt-cache 'echo "  Candidate: 6.6.0-0ubuntu1"'
    platform true
    expect "a private Debian where they are too old" called mmdebstrap 1
}

privateDebianIsMadeOnce() {
    machine debian 12 0
    platform bash -c 'exit 7'
    expect "the exit code" [ "$code" = 7 ]
    expect "a word while it takes long" says "Making a private Debian 13"
    platform true
    expect "one mmdebstrap" called mmdebstrap 1
    expect "silence the second time" [ -z "$said" ]
}

twoAtOnceMakeOne() {
    machine debian 12 0
    fake mmdebstrap 'echo mmdebstrap >>"$here/calls"; mkdir -p "${@: -2:1}"; sleep 0.5'
    (platform true) &
    platform true
    wait
    expect "success" [ "$code" = 0 ]
    expect "one mmdebstrap" called mmdebstrap 1
}

toolsAreInstalledForRoot() {
    machine debian 12 0
    mv "$here/bin/mmdebstrap" "$here/mmdebstrap"
    fake apt-get 'echo "apt-get $*" >>"$here/calls"; [ "$1" = update ] || mv "$here/mmdebstrap" "$here/bin"'
    platform true
    expect "success" [ "$code" = 0 ]
    expect "what was missing" called "apt-get install .* mmdebstrap$" 1
}

toolsAreNamedToAnOrdinaryUser() {
    machine debian 12 1000
    rm "$here/bin/mmdebstrap" "$here/bin/bwrap" "$here/bin/newuidmap"
    platform true
    expect "failure" fails
    expect "their names" says "apt-get install --no-install-recommends bubblewrap mmdebstrap uidmap"
}

ordinaryUserMakesItsRoot() {
    machine debian 12 1000
    fake mmdebstrap 'echo "mmdebstrap $*" >>"$here/calls"
cd "$(mktemp -d)" && mkdir etc && echo made >etc/hostname && tar --create .'
    platform bash -c 'exit 7'
    expect "the exit code" [ "$code" = 7 ]
    expect "one root" roots 1
    expect "its files" grep -qrx made "$here/home/.cache/cineteca"
    expect "without root's rights" called "mmdebstrap .*--mode=unshare --format=tar trixie - " 1
    platform true
    expect "made once" called mmdebstrap 1
}

ordinaryUsersFailureIsSaid() {
    machine debian 12 1000
    fake mmdebstrap 'echo "W: Temporary failure resolving deb.debian.org" >&2; exit 1'
    platform true
    expect "failure" fails
    expect "a sentence" says "is there a network?"
    expect "no root" roots 0
    fake mmdebstrap 'tar --create --files-from /dev/null; echo "No space left on device" >&2; exit 1'
    platform true
    expect "failure, whatever was unpacked" fails
    expect "a sentence" says "no space left"
    expect "no root" roots 0
    expect "nothing half-made" [ -z "$(find "$here/home" -name '*.part')" ]
}

ordinaryUserNeedsIdsAndSpace() {
    machine debian 12 1000
    : >"$here/subuid"
    platform true
    expect "failure" fails
    expect "the command" says "usermod --add-subuids"
    machine debian 12 1000
    fake df '[ "$2" = /var/tmp ] && set 500000 || set 99999999; printf "head\ndisk 0 0 %s 0 /\n" "$1"'
    platform true
    expect "failure before anything is fetched" fails
    expect "where and how much" says "needs 2500 MB in /var/tmp, where 488 MB are free"
    expect "nothing fetched" called mmdebstrap 0
}

noNetworkIsSaid() {
    machine debian 12 0
    fake mmdebstrap 'mkdir -p "${@: -2:1}"; echo "W: Temporary failure resolving deb.debian.org" >&2; exit 1'
    platform true
    expect "failure" fails
    expect "a sentence" says "is there a network?"
    expect "the log" says "platform-"
    expect "no root" roots 0
}

noNetworkIsSaidOnTheMachineItself() {
    machine debian 13 0
    fake dpkg-query 'shift 3; printf "%s installed\n" "$@" | grep -v clang-tidy'
    fake apt-get 'echo "Err:1 http://deb.debian.org trixie: Temporary failure resolving deb.debian.org" >&2; exit 100'
    platform true
    expect "failure" fails
    expect "a sentence" says "is there a network?"
    expect "what is missing" says "apt-get could not install: clang-tidy"
    expect "the log" says "$here/home/.cache/cineteca/apt.log"
}

# What is built and started are fakes, as all is here: this is about what the program's starter says.
withoutADisplayTheOtherWaysAreSaid() {
    machine debian 13 0
    fake build 'echo "build $*" >>"$here/calls"'
    mkdir -p "$here/checkout"/{app,resources,build/release/ui}
    cp "${platform%/*/*}/app/run" "$here/checkout/app"
    cp "${platform%/*}"/{platform,*.sh} "$here/checkout/resources"
    mv "$here/bin/build" "$here/checkout/resources"
    printf '#!/bin/bash\necho "window $*" >>"$here/calls"\n' >"$here/checkout/build/release/ui/cineteca"
    chmod +x "$here/checkout/build/release/ui/cineteca"
    local whole=$platform
    platform=$here/checkout/app/run
    platform --sample
    expect "failure" fails
    expect "why" says "There is no display to open a window on"
    expect "the program without a window" says "cineteca-cli crawl sample"
    expect "built all the same" called "build release cineteca cineteca-cli" 1
    expect "nothing started" called window 0
    display=:9 platform --sample
    platform=$whole
    expect "success" [ "$code" = 0 ]
    expect "the window, as asked for" called "window --sample" 1
}

noSpaceIsSaid() {
    machine debian 12 0
    fake df 'printf "head\ndisk 0 0 500000 0 /\n"'
    platform true
    expect "failure before anything is fetched" fails
    expect "how much is needed and there" says "needs 3000 MB in $here/home/.cache/cineteca, where 488 MB are free"
    expect "nothing fetched" called mmdebstrap 0
    machine debian 12 0
    fake mmdebstrap 'mkdir -p "${@: -2:1}"; echo "dpkg: error: No space left on device" >&2; exit 1'
    platform true
    expect "failure" fails
    expect "a sentence" says "no space left"
}

noNamespacesAreSaid() {
    machine debian 12 0
    fake bwrap 'echo "bwrap: No permissions to create a new namespace" >&2; exit 1'
    platform true
    expect "failure" fails
    expect "why" says "No permissions to create a new namespace"
    expect "nothing fetched" called mmdebstrap 0
}

interruptedSetUpIsMadeAgain() {
    machine debian 12 0
    fake mmdebstrap 'mkdir -p "${@: -2:1}"; touch "${@: -2:1}/half"; read -r _ _ _ caller _ </proc/$PPID/stat
kill -KILL $caller $PPID $$'
    platform true
    expect "failure" fails
    expect "no root" roots 0
    fake mmdebstrap 'echo mmdebstrap >>"$here/calls"; [ ! -e "${@: -2:1}/half" ] && mkdir -p "${@: -2:1}"'
    platform true
    expect "success" [ "$code" = 0 ]
    expect "made from the start" called mmdebstrap 1
}

changedListMakesANewRoot() {
    local whole=$platform
    machine debian 12 0
    platform true
    mkdir "$here/resources"
    cp "${whole%/*}"/*.sh "$here/resources"
    sed 's/^    g++ cmake/    g++ gdb cmake/' "$whole" >"$here/resources/platform"
    platform=$here/resources/platform
    platform true
    platform=$whole
    expect "two of them" roots 2
    expect "the second with the new package" called "include=g++,gdb," 1
}

signalsReachTheCommand() {
    local called
    machine debian 12 0
    platform true
    env -i here="$here" PATH="$here/bin" HOME="$here/home" CINETECA_OS_RELEASE="$here/os-release" "$here/bin/bash" \
        "$platform" bash -c 'trap "echo tidied; exit 5" TERM; echo ready; while :; do sleep 0.1; done' >"$here/said" 2>&1 &
    called=$!
    until grep -q ready "$here/said"; do sleep 0.05; done
    kill -TERM "$called"
    wait "$called"
    code=$?
    said=$(cat "$here/said")
    expect "it could tidy up" says "tidied"
    expect "its exit code" [ "$code" = 5 ]
}

linksAreOpenedByTheMachine() {
    machine debian 12 0
    ln -s "$(type -P mkfifo)" "$here/bin/mkfifo"
    fake xdg-open 'echo "xdg-open $*" >>"$here/calls"'
    fake bwrap '[[ " $* " == *" -- "* ]] || exit 0
while [ "$1" != -- ]; do [ "$1" = CINETECA_LINKS ] && export CINETECA_LINKS=$2; shift; done; shift; exec "$@"'
    display=:9 platform bash -c '"$0" https://en.wikipedia.org/wiki/Alien; "$0" /etc/passwd; sleep 0.5' \
        "${platform%/*}/xdg-open"
    expect "success" [ "$code" = 0 ]
    expect "the address" called "xdg-open https://en.wikipedia.org/wiki/Alien" 1
    expect "nothing but web pages" called "xdg-open /etc" 0
}

nestedCallIsDirect() {
    machine debian 12 0
    platform bash "$platform" true
    expect "success" [ "$code" = 0 ]
    machine plan9 4 0
    said=$(env -i PATH="$here/bin" HOME="$here/home" CINETECA_PLATFORM=machine CINETECA_OS_RELEASE="$here/os-release" \
        "$here/bin/bash" "$platform" bash -c 'echo direct' 2>&1)
    code=$?
    expect "the machine, when told so" [ "$said" = direct ]
}

if [ $# -eq 0 ]; then
    mapfile -t < <(sed -n 's/^\([a-zA-Z0-9]*\)() {$/\1/p' "$0" | grep '[a-z][A-Z]')
    set -- "${MAPFILE[@]}"
fi
for test in "$@"; do
    "$test"
    printf '%s\n' "$test"
done
printf '%s tests, %s failures\n' "$#" "$failures"
[ "$failures" -eq 0 ]
