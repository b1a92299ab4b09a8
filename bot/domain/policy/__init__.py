"""Who comes up and when: due, gate and choice, and what Hei offers beside a nudge."""
