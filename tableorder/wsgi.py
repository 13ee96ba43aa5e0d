"""Django's handler: everything but the writing of event streams."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tableorder.settings")
application = get_wsgi_application()
