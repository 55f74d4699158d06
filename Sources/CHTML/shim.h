// Reads a page with memory that is given back as a whole and has a limit, which the library lacks:
// it does not check whether it gets memory, and gives a tree back by calling itself at each level.
#include <gumbo.h>
#include <iconv.h>
#include <setjmp.h>
#include <stdlib.h>

typedef struct html_block {
  struct html_block *before;
} html_block;

typedef struct html_memory {
  jmp_buf out;
  html_block *blocks;
  char *next;
  char *end;
  size_t left;
} html_memory;

static inline void *html_allocate(void *data, size_t size) {
  html_memory *memory = (html_memory *)data;
  size = (size + 15) & ~(size_t)15;
  if ((size_t)(memory->end - memory->next) < size) {
    size_t room = size > 1 << 18 ? size : 1 << 18;
    if (room > memory->left) longjmp(memory->out, 1);
    html_block *block = (html_block *)malloc(room + 16);
    if (!block) longjmp(memory->out, 1);
    memory->left -= room;
    block->before = memory->blocks;
    memory->blocks = block;
    memory->next = (char *)block + 16;
    memory->end = memory->next + room;
  }
  void *result = memory->next;
  memory->next += size;
  return result;
}

static inline void html_keep(void *data, void *pointer) {
  (void)data;
  (void)pointer;
}

static inline html_memory *html_memory_create(size_t limit) {
  html_memory *memory = (html_memory *)calloc(1, sizeof(html_memory));
  if (memory) memory->left = limit;
  return memory;
}

static inline void html_memory_release(html_memory *memory) {
  html_block *block = memory->blocks;
  while (block) {
    html_block *before = block->before;
    free(block);
    block = before;
  }
  free(memory);
}

// The tree of a page, which lives as long as its memory and the text; null if that is not enough.
static inline GumboOutput *html_parse(html_memory *memory, const char *text, size_t length) {
  if (setjmp(memory->out)) return 0;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = html_allocate;
  options.deallocator = html_keep;
  options.userdata = memory;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, text, length);
}
