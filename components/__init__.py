"""What is seen: shell, panels, figures, words and numbers. Knows Dash and the catalogue; asks nothing itself."""
