-- A weight that a program has computed has as many decimals as it has; ten of them are kept, as of every number.
alter table patient alter column goal_weight type numeric;
