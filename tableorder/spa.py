"""The two pages of the SPA, and the pictures of the menu."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe
from django.views.static import serve


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponseBase:
    """The tablet's or the board's shell. Never kept by a browser: it names the current release's files."""
    path = settings.CLIENT_ROOT / name
    if not path.is_file():
        return HttpResponse("The screens are not built. Run: make build", status=503, content_type="text/plain")
    return FileResponse(path.open("rb"), content_type="text/html; charset=utf-8", headers={"Cache-Control": "no-cache"})


@require_safe
def picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """A picture; a new one gets a new name, so browsers keep each for good."""
    if ".." in path.split("/"):
        # Django would refuse it too, as an error of ours with a traceback in the log.
        raise Http404
    response = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
