-- Every write of a clinic notes an event, and the key made each of them lock the clinic's row, all at once the same one: a
-- list of lockers for the next to add itself to, written to the log. Which clinic it is of, its policy says, and the first
-- event of each object asks whether there is one: webhook_sequence keeps its key.
alter table webhook_event drop constraint webhook_event_tenant_id_fkey;
