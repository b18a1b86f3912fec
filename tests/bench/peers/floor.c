/* floor.c - what the bytes themselves cost: files compressed and written, nothing else.
 * usage: floor FOLDER FILE...      prints the seconds of processor time, with and
 * without compressing; reading the files first is not counted */
#include "rapor/base/deflate.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct file {
    unsigned char *bytes;
    size_t count;
};

static double seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static struct file read_file(const char *path)
{
    FILE *in = fopen(path, "rb");
    struct file file = {0};
    if (!in)
        return file;
    fseek(in, 0, SEEK_END);
    file.count = (size_t)ftell(in);
    rewind(in);
    file.bytes = malloc(file.count);
    if (fread(file.bytes, 1, file.count, in) != file.count)
        file.count = 0;
    fclose(in);
    return file;
}

static void write_file(const char *folder, int number, const struct file *file)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%d", folder, number);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(file->bytes, 1, file->count, out) != file->count || fclose(out) != 0)
        exit(1);
}

static double time_all(const struct file *files, int count, int compressed, const char *folder)
{
    const double begin = seconds();
    for (int i = 0; i < count; i++) {
        struct file made = files[i];
        if (compressed) {
            made.bytes = malloc(deflate_most(files[i].count));
            made.count = deflate_zlib(DEFLATE_GOOD, files[i].bytes, files[i].count, made.bytes);
        }
        write_file(folder, i, &made);
        if (compressed)
            free(made.bytes);
    }
    return seconds() - begin;
}

int main(int argc, char **argv)
{
    const int count = argc - 2;
    if (count < 1)
        return 1;
    struct file *files = calloc((size_t)count, sizeof *files);
    for (int i = 0; i < count; i++)
        files[i] = read_file(argv[i + 2]);
    const double plain = time_all(files, count, 0, argv[1]);
    printf("%.6f %.6f\n", time_all(files, count, 1, argv[1]), plain);
    return 0;
}
