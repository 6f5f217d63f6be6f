"""A JupyterLab of its own: no settings, kernels or extensions of whoever runs the tests."""

import json
import os
import secrets
import subprocess
import sys
from pathlib import Path

import nbformat

from tests.browser._served import PATIENCE, ROOT, wait_until

# What JupyterLab would ask of the internet, switched off; the tests record that it asks nothing.
QUIET = {
    "disabledExtensions": {
        "@jupyterlab/apputils-extension:announcements": True,
        "@jupyterlab/extensionmanager-extension": True,
    }
}


class Lab:
    """JupyterLab on one folder, with one notebook in it."""

    def __init__(self, folder, *cells):
        self._folder = Path(folder)
        self._token = secrets.token_hex(8)
        self._log = self._folder / "lab.log"
        home = self._folder / "home"
        (home / "config" / "labconfig").mkdir(parents=True)
        (home / "config" / "labconfig" / "page_config.json").write_text(json.dumps(QUIET), encoding="utf-8")
        work = self._folder / "work"
        work.mkdir()
        notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        notebook.metadata["kernelspec"] = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        nbformat.write(notebook, work / "cel.ipynb")
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", "--port=0"),
                    *(f"--IdentityProvider.token={self._token}", f"--ServerApp.root_dir={work}"),
                    *(["--allow-root"] if os.name == "posix" and os.geteuid() == 0 else []),
                    "--LabApp.extension_manager=readonly",
                ],
                cwd=work,
                env=self._environment(home),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self._runtime = home / "runtime"
        told = wait_until(self._told, "JupyterLab", alive=self.must_run)
        self.url = told["url"].rstrip("/")

    def _environment(self, home):
        own = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "JPY_"))}
        return own | {
            "HOME": str(home),
            "IPYTHONDIR": str(home / "ipython"),
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTER_DATA_DIR": str(home / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            # The notebook lies elsewhere, and a checkout need not be installed.
            "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        }

    def _told(self):
        """What the server wrote down once its port listens."""
        files = list(self._runtime.glob("jpserver-*.json"))
        text = files[0].read_text(encoding="utf-8") if files else ""
        return json.loads(text) if text.rstrip().endswith("}") else None

    def must_run(self):
        assert self._process.poll() is None, f"JupyterLab ended with {self._process.returncode}:\n{self.log}"

    @property
    def log(self):
        return self._log.read_text(encoding="utf-8", errors="replace")

    @property
    def address(self):
        """Where a browser opens the notebook, with nothing that was left from before."""
        return f"{self.url}/lab/tree/cel.ipynb?reset&token={self._token}"

    def stop(self):
        self._process.terminate()
        self._process.wait(PATIENCE)
