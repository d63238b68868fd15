/* libical, on which Evolution, KOrganizer and GNOME Calendar are built, and its check of what RFC 5545 allows where: see
 * parser.py for what this prints. libical marks what it cannot take with a property X-LIC-ERROR, at the place. */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *next_line(char *buffer, size_t size, void *file) { return fgets(buffer, (int)size, file); }

static icalcomponent *parse(const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(1);
    }
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, file);
    icalcomponent *calendar = icalparser_parse(parser, next_line);
    icalparser_free(parser);
    fclose(file);
    return calendar;
}

static void fail_unless_valid(const char *path, icalcomponent *calendar)
{
    if (calendar && icalrestriction_check(calendar) && !icalcomponent_count_errors(calendar))
        return;
    fprintf(stderr, "%s\n%s", path, calendar ? icalcomponent_as_ical_string(calendar) : "no calendar\n");
    exit(1);
}

static void print_text(const char *text, char after)
{
    putchar('"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\' || (unsigned char)*text < ' ')
            printf("\\u%04x", *text);
        else
            putchar(*text);
    }
    printf("\"%c", after);
}

static void print_event(const char *path, icalcomponent *event)
{
    icalproperty *status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);
    putchar('[');
    print_text(path, ',');
    print_text(icalcomponent_get_uid(event), ',');
    print_text(icaltime_as_ical_string(icalcomponent_get_dtstart(event)), ',');
    print_text(icaltime_as_ical_string(icalcomponent_get_dtend(event)), ',');
    print_text(icalcomponent_get_summary(event), ',');
    print_text(status ? icalproperty_get_value_as_string(status) : "", ']');
    putchar('\n');
}

int main(int count, char **paths)
{
    for (int i = 1; i < count; i++) {
        icalcomponent *calendar = parse(paths[i]);
        fail_unless_valid(paths[i], calendar);
        icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
        for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
            print_event(paths[i], event);
        icalcomponent_free(calendar);
    }
}
