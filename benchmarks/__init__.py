"""Speed and quality as ratios against peers, measured in one run."""
