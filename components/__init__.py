"""What is seen: shell, panels, figures, words and numbers. Knows Dash and the catalogue; never asks a question itself."""
