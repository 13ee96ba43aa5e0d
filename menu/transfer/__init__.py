"""The menu as a file: exporting it, and importing what somebody wrote into such a file."""
