"""Structure: tokens, sentences, references, and the skeletons that rules are matched against."""
