-- The payment provider of development and tests keeps its journal itself now.
drop table simulated_provider_journal;
