"""Settings. Everything that differs between machines comes from the environment; what is wrong stops the start."""

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from tableorder.secrets import signing_key
from tableorder.static_headers import never_kept

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
# What the server writes: pictures, and while developing the SQLite database and the keys.
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR)))

APP_ENV = env.str("APP_ENV", default="development")
if APP_ENV not in ("development", "production"):
    raise ImproperlyConfigured(f"APP_ENV is {APP_ENV!r}; it must be development or production.")
PRODUCTION = APP_ENV == "production"
DEBUG = False

SECRET_KEY = signing_key("SECRET_KEY", production=PRODUCTION, folder=DATA_DIR / ".secrets")
JWT_SECRET = signing_key("JWT_SECRET", production=PRODUCTION, folder=DATA_DIR / ".secrets")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUCTION else ["*"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
if PRODUCTION and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is not set. Production needs the names it is served under.")

INSTALLED_APPS = [
    "tableorder.apps.BackOfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "rest_framework",
    "drf_spectacular",
    "drf_standardized_errors",
    "accounts",
    "menu",
    "tables",
    "orders",
    "tableorder.apps.TableorderConfig",
]

# Sessions, CSRF and messages serve the back office alone: an order should not pay for them.
MIDDLEWARE = [
    "tableorder.middleware.RequestIDMiddleware",
    "tableorder.middleware.ContentSecurityPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tableorder.middleware.BackOfficeSessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "tableorder.middleware.HostMiddleware",
    "tableorder.middleware.BackOfficeCsrfMiddleware",
    "tableorder.middleware.BackOfficeAuthenticationMiddleware",
    "tableorder.middleware.BackOfficeMessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "tableorder.middleware.BackOfficeLockoutMiddleware",
]

ROOT_URLCONF = "tableorder.urls"
WSGI_APPLICATION = "tableorder.wsgi.application"
APPEND_SLASH = True

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")
}
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"].setdefault("OPTIONS", {})
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    if PRODUCTION and "DATABASE_URL" not in env.ENVIRON:
        raise ImproperlyConfigured("DATABASE_URL is not set. Production must say where the data is.")
    DATABASES["default"]["OPTIONS"] |= {
        # A deferred transaction that later wants to write fails at once when another one wrote meanwhile.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["OPTIONS"] |= {
        "connect_timeout": 2,
        "prepare_threshold": 2,
        "server_side_binding": True,
        # A lock is waited for seconds at most: the tablet's retry with its key is better than a stuck thread.
        "options": "-c lock_timeout=5000 -c idle_in_transaction_session_timeout=30000",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Five wrong tries lock that login, not the address: every tablet of a restaurant shares one.
# The middleware looked for are there as subclasses, kept to the back office; and it is the login that we mean.
SILENCED_SYSTEM_CHECKS = ["axes.W002", "security.W003", "axes.W006"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=5)
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_HTTP_RESPONSE_CODE = 429

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", _("Korean")), ("en", _("English"))]
# Chosen in the back office, for the back office: tablets and the board have a choice of their own.
LANGUAGE_COOKIE_NAME = "backoffice_language"
LANGUAGE_COOKIE_PATH = "/admin/"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LOCALE_PATHS = [BASE_DIR / "tableorder" / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(DATA_DIR / "media")))
CLIENT_ROOT = BASE_DIR / "client" / "dist"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_ROOT = CLIENT_ROOT
WHITENOISE_MAX_AGE = 0
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
WHITENOISE_ADD_HEADERS_FUNCTION = never_kept
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/(assets/.*-[0-9A-Za-z_-]{8}|static/.*\.[0-9a-f]{12})\.\w+$"

# While this file is there, the proxy sends new requests elsewhere.
DRAIN_FILE = Path(tempfile.gettempdir()) / "draining"

# The filled example that managers download before they fill in a file of their own.
SAMPLE_MENU = BASE_DIR / "tableorder" / "demo" / "menu.json"
PICTURE_BYTES = 10 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = PICTURE_BYTES

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["accounts.authentication.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_PARSER_CLASSES": ["tableorder.parsers.BoundedJSONParser"],
    "DEFAULT_RENDERER_CLASSES": ["tableorder.renderers.OrjsonRenderer"],
    "DEFAULT_SCHEMA_CLASS": "tableorder.schema.ContractSchema",
    "DEFAULT_THROTTLE_RATES": {"sign_in": "600/min"},
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
    "UNAUTHENTICATED_USER": None,
    "NUM_PROXIES": env.int("NUM_PROXIES", default=0),
}
DRF_STANDARDIZED_ERRORS = {
    "EXCEPTION_HANDLER_CLASS": "tableorder.errors.ContractExceptionHandler",
    "EXCEPTION_FORMATTER_CLASS": "tableorder.errors.ContractExceptionFormatter",
}
SIMPLE_JWT = {
    "SIGNING_KEY": JWT_SECRET,
    "ACCESS_TOKEN_LIFETIME": timedelta(hours=16),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=7),
}
SPECTACULAR_SETTINGS = {
    "TITLE": "tableorder",
    "DESCRIPTION": "Guests order from a tablet on their table; staff see the order at once.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "DEFAULT_GENERATOR_CLASS": "tableorder.schema.ContractGenerator",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "COMPONENT_SPLIT_REQUEST": True,
    "COMPONENT_SPLIT_PATCH": False,
    "ENUM_NAME_OVERRIDES": {
        "OrderStatus": "orders.models.OrderStatus",
        "ServiceCallKind": "tables.models.ServiceCallKind",
        "Role": "accounts.models.Role",
        "SaleStatus": "menu.serializers.SOLD",
        "StaffSaleStatus": "menu.choices.SaleStatus",
        "HealthStatus": "tableorder.health.WORDS",
    },
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "tableorder.schema.require_answered_properties",
    ],
}

if PRODUCTION:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^api/v1/(health|ready)$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "backoffice_session"
CSRF_COOKIE_NAME = "backoffice_csrf"
SESSION_COOKIE_AGE = 16 * 3600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request_id": {"()": "tableorder.logging.RequestIDFilter"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request_id"]},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "propagate": True},
        # Refused requests are ordinary traffic; the access log has them.
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
    },
}
