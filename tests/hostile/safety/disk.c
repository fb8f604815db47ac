/*
 * Stands between a program and its disk (LD_PRELOAD), for files below the folder ZJ_FOLDER.
 *
 * ZJ_RECORD=file  records every change and every sync, and what the program says on stdout, in order.
 * ZJ_DIE_AT=n     ends the program as `kill -9` does in the middle of its n-th change or sync.
 *
 * A record is: kind (1 byte), place (8), length of the name (4), length of the data (4), name, data. Kinds are
 * W write, T truncate, S sync of a file, D sync of a folder, R rename (data: new name), U unlink,
 * L link (data: new name), A said on stdout. The `-shm` file is left out: no power cut leaves one behind.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *folder;
static size_t folder_length;
static int record_fd = -1;
static long die_at = -1;
static long changes;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static void write_all(const void *bytes, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  const char *rest = bytes;
  while (length > 0) {
    ssize_t done = real(record_fd, rest, length);
    if (done <= 0) abort();
    rest += done;
    length -= done;
  }
}

__attribute__((constructor)) static void begin(void) {
  folder = getenv("ZJ_FOLDER");
  if (!folder) return;
  folder_length = strlen(folder);
  const char *record = getenv("ZJ_RECORD");
  if (record) {
    REAL(int, "open", const char *, int, ...);
    record_fd = real(record, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (record_fd < 0) abort();
  }
  const char *at = getenv("ZJ_DIE_AT");
  if (at) die_at = atol(at);
}

/* The name below the folder, empty for the folder itself, or null for what is not watched. */
static const char *inside(const char *path) {
  if (!folder) return NULL;
  if (strncmp(path, folder, folder_length - 1) == 0 && path[folder_length - 1] == 0) return "";
  if (strncmp(path, folder, folder_length) != 0) return NULL;
  const char *name = path + folder_length;
  size_t length = strlen(name);
  if (length >= 4 && strcmp(name + length - 4, "-shm") == 0) return NULL;
  return name;
}

static const char *name_of(int fd, char *buffer, size_t size) {
  if (!folder) return NULL;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, buffer, size - 1);
  if (length < 0) return NULL;
  buffer[length] = 0;
  return inside(buffer);
}

static void put(char kind, uint64_t place, const char *name, const void *data, uint32_t length) {
  if (record_fd < 0) return;
  uint32_t name_length = strlen(name);
  write_all(&kind, 1);
  write_all(&place, 8);
  write_all(&name_length, 4);
  write_all(&length, 4);
  write_all(name, name_length);
  if (length) write_all(data, length);
}

/* True when the program is to end in the middle of this change. */
static int is_last(void) { return die_at >= 0 && ++changes == die_at; }

static void end(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

static ssize_t watched_write(int fd, const void *data, size_t length, off_t at, int placed) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
  static ssize_t (*plain)(int, const void *, size_t);
  if (!plain) plain = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
  char buffer[4096];
  const char *name = fd == 1 ? NULL : name_of(fd, buffer, sizeof buffer);
  if (!folder || (!name && fd != 1) || (fd == 1 && placed))
    return placed ? real(fd, data, length, at) : plain(fd, data, length);
  pthread_mutex_lock(&turn);
  if (fd != 1 && is_last()) {
    placed ? real(fd, data, length / 2, at) : plain(fd, data, length / 2);
    end();
  }
  off_t where = placed || fd == 1 ? at : lseek(fd, 0, SEEK_CUR);
  ssize_t done = placed ? real(fd, data, length, at) : plain(fd, data, length);
  if (done > 0) put(fd == 1 ? 'A' : 'W', where, fd == 1 ? "" : name, data, done);
  pthread_mutex_unlock(&turn);
  return done;
}

ssize_t write(int fd, const void *data, size_t length) { return watched_write(fd, data, length, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return watched_write(fd, data, length, at, 1); }
ssize_t pwrite64(int fd, const void *data, size_t length, off_t at) { return watched_write(fd, data, length, at, 1); }

static int watched_truncate(int fd, off_t size) {
  REAL(int, "ftruncate64", int, off_t);
  char buffer[4096];
  const char *name = name_of(fd, buffer, sizeof buffer);
  if (!name) return real(fd, size);
  pthread_mutex_lock(&turn);
  if (is_last()) end();
  int result = real(fd, size);
  if (result == 0) put('T', size, name, NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int ftruncate(int fd, off_t size) { return watched_truncate(fd, size); }
int ftruncate64(int fd, off_t size) { return watched_truncate(fd, size); }

static int watched_sync(int fd, const char *call) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, call);
  char buffer[4096];
  const char *name = name_of(fd, buffer, sizeof buffer);
  if (!name) return real(fd);
  pthread_mutex_lock(&turn);
  if (is_last()) end();
  struct stat about;
  int is_folder = fstat(fd, &about) == 0 && S_ISDIR(about.st_mode);
  /* A recording needs the order alone. */
  int result = record_fd < 0 ? real(fd) : 0;
  if (result == 0) put(is_folder ? 'D' : 'S', 0, name, NULL, 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int fsync(int fd) { return watched_sync(fd, "fsync"); }
int fdatasync(int fd) { return watched_sync(fd, "fdatasync"); }

static int watched_names(char kind, const char *call, const char *from, const char *to) {
  int (*two)(const char *, const char *) = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, call);
  const char *name = inside(from);
  if (!name) return two(from, to);
  pthread_mutex_lock(&turn);
  if (is_last()) end();
  int result = two(from, to);
  const char *target = to ? inside(to) : NULL;
  if (result == 0) put(kind, 0, name, target, target ? strlen(target) : 0);
  pthread_mutex_unlock(&turn);
  return result;
}

int rename(const char *from, const char *to) { return watched_names('R', "rename", from, to); }
int link(const char *from, const char *to) { return watched_names('L', "link", from, to); }
int unlink(const char *path) { return watched_names('U', "unlink", path, NULL); }
int remove(const char *path) { return watched_names('U', "remove", path, NULL); }

/*
 * Node copies files within the kernel where it may, which nobody could watch; told that it may not, it reads
 * and writes.
 */
long syscall(long number, ...) {
  static long (*real)(long, long, long, long, long, long, long);
  if (!real) real = (long (*)(long, long, long, long, long, long, long))dlsym(RTLD_NEXT, "syscall");
  long given[6];
  va_list rest;
  va_start(rest, number);
  for (int at = 0; at < 6; at += 1) given[at] = va_arg(rest, long);
  va_end(rest);
  if (folder && number == SYS_copy_file_range) {
    errno = ENOSYS;
    return -1;
  }
  return real(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}

static ssize_t refused_copy(ssize_t (*real)(int, int, off_t *, size_t), int out, int in, off_t *at, size_t length) {
  if (!folder) return real(out, in, at, length);
  errno = EINVAL;
  return -1;
}

ssize_t sendfile(int out, int in, off_t *at, size_t length) {
  REAL(ssize_t, "sendfile", int, int, off_t *, size_t);
  return refused_copy(real, out, in, at, length);
}

ssize_t sendfile64(int out, int in, off_t *at, size_t length) {
  REAL(ssize_t, "sendfile64", int, int, off_t *, size_t);
  return refused_copy(real, out, in, at, length);
}

ssize_t copy_file_range(int in, off_t *from, int out, off_t *to, size_t length, unsigned flags) {
  REAL(ssize_t, "copy_file_range", int, off_t *, int, off_t *, size_t, unsigned);
  if (!folder) return real(in, from, out, to, length, flags);
  errno = ENOSYS;
  return -1;
}
