"""These tests have tools of their own (`make infra-check`); elsewhere they are left out."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("cfnlint") else ["test_*.py"]
