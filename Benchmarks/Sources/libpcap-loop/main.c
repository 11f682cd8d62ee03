// libpcap's offline loop with the least that counts bytes: the peer that other programs are built on.
#include <pcap/pcap.h>
#include <stdio.h>

struct sums {
    unsigned long packets, wire_bytes;
};

static void count(unsigned char *user, const struct pcap_pkthdr *header, const unsigned char *bytes) {
    (void)bytes;
    struct sums *sums = (struct sums *)user;
    sums->packets += 1;
    sums->wire_bytes += header->len;
}

int main(int argc, char **argv) {
    char message[PCAP_ERRBUF_SIZE];
    if (argc != 2) {
        fprintf(stderr, "usage: libpcap-loop CAPTURE\n");
        return 64;
    }
    pcap_t *capture = pcap_open_offline(argv[1], message);
    if (capture == NULL) {
        fprintf(stderr, "%s: %s\n", argv[1], message);
        return 65;
    }
    struct sums sums = {0, 0};
    int status = pcap_loop(capture, -1, count, (unsigned char *)&sums);
    if (status < 0) fprintf(stderr, "%s: %s\n", argv[1], pcap_geterr(capture));
    printf("%lu packets, %lu wire bytes\n", sums.packets, sums.wire_bytes);
    pcap_close(capture);
    return status < 0 ? 65 : 0;
}
