// Doors without variable arguments to el_set, el_get and history, which Swift cannot call.
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <wchar.h>

// wchar.h hides it unless _XOPEN_SOURCE is defined, which Swift doesn't do. The editor has to
// count columns as libedit does, which is with this.
extern int wcwidth(wchar_t);

typedef char *(*editline_prompt)(EditLine *);
typedef unsigned char (*editline_command)(EditLine *, int);
typedef int (*editline_reader)(EditLine *, wchar_t *);

static inline int editline_set_client(EditLine *editor, void *client) {
  return el_set(editor, EL_CLIENTDATA, client);
}

static inline void *editline_client(EditLine *editor) {
  void *client = 0;
  el_get(editor, EL_CLIENTDATA, &client);
  return client;
}

// What stands between two `quote`s in the prompt is sent to the terminal and takes no column.
static inline int editline_set_prompt(EditLine *editor, editline_prompt prompt, char quote) {
  return el_set(editor, EL_PROMPT_ESC, prompt, quote);
}

static inline int editline_set_reader(EditLine *editor, editline_reader reader) {
  return el_set(editor, EL_GETCFN, reader);
}

// What the terminal can do, by its name in the database, in place of `$TERM`.
static inline int editline_set_terminal(EditLine *editor, const char *name) {
  return el_set(editor, EL_TERMINAL, name);
}

static inline int editline_set_signals(EditLine *editor, int handled) {
  return el_set(editor, EL_SIGNAL, handled);
}

static inline int editline_set_history(EditLine *editor, History *entries) {
  return el_set(editor, EL_HIST, history, entries);
}

static inline int editline_set_manner(EditLine *editor, const char *manner) {
  return el_set(editor, EL_EDITOR, manner);
}

// "emacs" or "vi".
static inline const char *editline_manner(EditLine *editor) {
  const char *manner = 0;
  el_get(editor, EL_EDITOR, &manner);
  return manner;
}

static inline int editline_add_command(
    EditLine *editor, const char *name, const char *summary, editline_command command) {
  return el_set(editor, EL_ADDFN, name, summary, command);
}

static inline int editline_bind(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, key, command, (char *)0);
}

// The same in the second map, which is vi's command mode.
static inline int editline_bind_command_mode(
    EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, "-a", key, command, (char *)0);
}

// Changes the terminal's mode while a line is edited, as `stty` does; "-icrnl" for instance.
static inline int editline_set_mode(EditLine *editor, const char *change) {
  return el_set(editor, EL_SETTY, "-d", change, (char *)0);
}

static inline int editline_set_raw(EditLine *editor, int raw) {
  return el_set(editor, EL_PREP_TERM, raw);
}

// Draws prompt and text anew, taking the cursor to stand at the left of an empty screen.
static inline int editline_draw(EditLine *editor) { return el_set(editor, EL_REFRESH); }

// What the terminal understands for the termcap capability `name`, or null.
static inline const char *editline_capability(EditLine *editor, const char *name) {
  char *sequence = 0;
  if (el_get(editor, EL_GETTC, name, &sequence) != 0) return 0;
  return sequence;
}

static inline int editline_history_limit(History *entries, int limit) {
  HistEvent event;
  return history(entries, &event, H_SETSIZE, limit);
}

static inline int editline_history_enter(History *entries, const char *text) {
  HistEvent event;
  return history(entries, &event, H_ENTER, text);
}

static inline const char *editline_codeset(void) { return nl_langinfo(CODESET); }
