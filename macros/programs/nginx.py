"""The configuration of nginx, and of a container that runs it without privileges on a file system that it cannot write to."""

from collections.abc import Mapping

from jinja2 import Environment, StrictUndefined

from ..model import address
from ..model.framework import Framework
from .headers import ASK, ATOM_TYPE, OTHER_TYPES, TYPES, framing, headers, open_path, policy, prefix
from .redirects import redirects

ROOT = "/srv/practice-standards"  # where the files of site/ lie on the server
SITE, MAIN, CONTAINER = "practice-standards.conf", "nginx.conf", "Containerfile"
PORT = "8080"
SIGN_IN = "http://127.0.0.1:4180"  # where a program such as OAuth2 Proxy answers

_ENVIRONMENT = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)

_SITE = _ENVIRONMENT.from_string("""\
# Made by make hosts: goes into the http part of nginx, such as the folder conf.d/. The files of site/ go to {{ root }}.
map $uri $its_policy {
    default "{{ policy }}";
    "~^{{ prefix }}{{ edit }}/" "{{ framing }}";
}
server {
    listen {{ listen }};
    server_tokens off;
    absolute_redirect off;
    disable_symlinks on from={{ root }};
    default_type application/octet-stream;
    types {
{% for ending, type in types.items() %}
        {{ type }} {{ ending }};
{% endfor %}
    }
    charset utf-8;
    charset_types {{ texts|join(" ") }};  # and text/html, as always
    gzip on;
    gzip_vary on;
    gzip_min_length 1000;
    gzip_types {{ texts|join(" ") }};

    # An unchanged file keeps its ETag from one publication to the next: make build gives each a time that hangs on what it holds.
    add_header Last-Modified "";
    add_header Content-Security-Policy $its_policy always;
    add_header Cache-Control "{{ ask }}" always;
{% for name, value in headers.items() %}
    add_header {{ name }} "{{ value }}" always;
{% endfor %}

    error_page 404 {{ prefix }}404.html;
    location {{ prefix }} {
        alias {{ root }}/;
{% if key %}
        auth_request /oauth2/auth;
        error_page 401 = /oauth2/sign_in;
        error_page 404 {{ prefix }}404.html;
{% endif %}
    }
    location = {{ prefix }}{{ news }} {
        alias {{ root }}/{{ news }};
        types { }
        default_type {{ atom }};
{% if key %}
        auth_request /oauth2/auth;
        error_page 401 = /oauth2/sign_in;
        error_page 404 {{ prefix }}404.html;
{% endif %}
    }
    location ~ /\\. { return 404; }
{% for old, new in moved %}
    location = {{ prefix }}{{ old }}/ { return 301 {{ prefix }}{{ new }}{{ "/" if new }}; }
{% endfor %}
{% if key %}
    # Programs read calendars here without signing in: whoever knows this path can.
    location {{ prefix }}{{ open_path }} { alias {{ root }}/{{ open_path }}; }
    location = {{ prefix }}404.html {
        internal;
        alias {{ root }}/404.html;
    }
    location /oauth2/ {
        add_header X-Content-Type-Options nosniff always;  # in place of the policy: its pages have styles and scripts of their own
        proxy_pass {{ sign_in }};
        proxy_set_header Host $host;
        proxy_set_header X-Scheme $scheme;
        proxy_set_header X-Auth-Request-Redirect $request_uri;
    }
    location = /oauth2/auth {
        internal;
        proxy_pass {{ sign_in }};
        proxy_pass_request_body off;
        proxy_set_header Host $host;
        proxy_set_header Content-Length "";
    }
{% endif %}
}
""")

_MAIN = """\
# Made by make hosts, for the container: writes to /tmp alone.
worker_processes auto;
pid /tmp/nginx.pid;
error_log stderr;
events { }
http {
    access_log off;
    client_body_temp_path /tmp/body;
    proxy_temp_path /tmp/proxy;
    fastcgi_temp_path /tmp/fastcgi;
    uwsgi_temp_path /tmp/uwsgi;
    scgi_temp_path /tmp/scgi;
    include practice-standards.conf;
}
"""

_CONTAINER = f"""\
# Made by make hosts. From the folder of the project, after make build:
#   podman build --file dist/hosts/{CONTAINER} --tag practice-standards .
#   podman run --read-only --tmpfs /tmp --cap-drop all --publish 8080:{PORT} practice-standards
FROM docker.io/nginxinc/nginx-unprivileged:stable-alpine
COPY dist/hosts/{MAIN} dist/hosts/{SITE} /etc/nginx/
COPY site/ {ROOT}/
USER 101
EXPOSE {PORT}
"""


def build_nginx(
    framework: Framework, site_url: str, calendar_key: str, root: str = ROOT, listen: str = PORT, sign_in: str = SIGN_IN
) -> Mapping[str, str]:
    """Return the files by name: of the site, of nginx as a whole, and of a container.

    `root` is the folder of the site's files on the server, `listen` its port or address and port. With a key, pages ask the program
    at `sign_in` who is signed in, and calendars below the key ask nobody.
    """
    site = _SITE.render(
        root=root, listen=listen, sign_in=sign_in, key=calendar_key, open_path=open_path(calendar_key), prefix=prefix(site_url),
        policy=policy(framework), framing=framing(framework), edit=address.EDIT, ask=ASK,
        types={**TYPES, **OTHER_TYPES}, texts=sorted({*TYPES.values(), ATOM_TYPE} - {"text/html"}),
        headers=headers(site_url), news=address.NEWS_FEED, atom=ATOM_TYPE, moved=sorted(redirects(framework).items()),
    )
    return {SITE: site, MAIN: _MAIN, CONTAINER: _CONTAINER}
