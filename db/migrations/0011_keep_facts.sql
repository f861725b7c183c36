create trigger dossier_events_stay before truncate on dossier_events for each statement execute function refuse_change();
create trigger printings_are_facts before update or delete on printings for each row execute function refuse_change();
create trigger printings_stay before truncate on printings for each statement execute function refuse_change();
