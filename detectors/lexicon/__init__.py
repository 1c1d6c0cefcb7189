"""Word lists as values. Everything here is written as people write it; `normalise.fold_pattern` folds it."""
