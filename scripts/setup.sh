# Sourced by ./run and ./test: what both need on a fresh machine. Installs by Debian's apt, with sudo where not root.

say() { printf '\033[1m» %s\033[0m\n' "$*"; }

die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "installing '$*' needs root or sudo; install it by hand and start again"
  fi
}

apt_install() {
  command -v apt-get >/dev/null || die "$1 is missing and this is not a Debian machine; install it by hand and start again"
  say "installing $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

install_postgres() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || apt_install postgresql
}

install_chromium() {
  command -v chromium >/dev/null || apt_install chromium fonts-dejavu-core
}

need_dotnet() {
  command -v dotnet >/dev/null || die "the .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
  [[ $(dotnet --version 2>/dev/null) == 10.* ]] || die ".NET SDK 10 is needed; this machine has $(dotnet --version 2>&1 | head -1)"
}

# npm ci only where the lock file changed since the last install: it takes seconds.
install_web() {
  command -v npm >/dev/null || die "Node 20 with npm is missing: https://nodejs.org"
  local web=src/BotCluster.Web stamp=src/BotCluster.Web/node_modules/.installed
  if [[ ! -f $stamp || $web/package-lock.json -nt $stamp ]]; then
    say "installing the page's packages"
    (cd "$web" && npm ci --no-fund --no-audit --loglevel=error) && touch "$stamp"
  fi
}

# Orleans comes with the cluster; until then there is one engine, and both scripts say so.
note_orleans() {
  say "engine: local (this tree has no cluster projects yet, so no cluster tests either)"
}

need_dotnet
