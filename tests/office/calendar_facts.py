# Says of each event its name, day, and when its alarm rings; ends with 1 where the library finds a fault.
import sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
faults = [fault for part in calendar.walk() for fault in part.errors]
names = set()
for event in calendar.walk("VEVENT"):
    assert event["UID"] not in names, event["UID"]
    names.add(event["UID"])
    assert (event["DTEND"].dt - event["DTSTART"].dt).days == 1
    alarms = [str(alarm["TRIGGER"].dt) for alarm in event.walk("VALARM")]
    print(event["UID"], event["DTSTART"].dt, event["SEQUENCE"], event["STATUS"], alarms, event["SUMMARY"])
sys.exit(f"faults: {faults}" if faults else 0)
