// Monaco's own worker, bundled with the page instead of fetched from elsewhere.
import 'monaco-editor/editor/editor.worker'
