"""The judgement, as pure functions over tables: what a finding leads to, given where the contract stands."""
