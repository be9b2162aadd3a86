# Of the backups named on standard input, prints those to keep: the newest of each of the last 7 days, 4 weeks (from Monday)
# and 12 months that have one, and the newest 5 made before a release. Counted in backups, not from today: when no more are
# made, none goes either. Other names are passed over, so whoever deletes what is not printed must ask for backups alone.
function day_number(y, m, d) {     # days since 1970-01-01; the year begins in March, so that leap days come last
  if (m <= 2) y--
  m = (m + 9) % 12
  return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * m + 2) / 5) + d - 719469
}
/^pantry-[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]T[0-9][0-9][0-9][0-9][0-9][0-9]Z(-release)?\.dump\.age$/ { names[n++] = $0 }
END {
  # Few names: by insertion, newest first.
  for (i = 1; i < n; i++) {
    name = names[i]
    for (j = i - 1; j >= 0 && names[j] < name; j--) names[j + 1] = names[j]
    names[j + 1] = name
  }
  for (i = 0; i < n; i++) {
    name = names[i]
    kept = 0
    if (name ~ /-release/) kept = releases++ < 5
    else {
      date = substr(name, 8, 8)
      week = int((day_number(substr(date, 1, 4) + 0, substr(date, 5, 2) + 0, substr(date, 7, 2) + 0) + 3) / 7)
      month = substr(date, 1, 6)
      if (!(date in day_seen)) { day_seen[date]; if (days++ < 7) kept = 1 }
      if (!(week in week_seen)) { week_seen[week]; if (weeks++ < 4) kept = 1 }
      if (!(month in month_seen)) { month_seen[month]; if (months++ < 12) kept = 1 }
    }
    if (kept) print name
  }
}
